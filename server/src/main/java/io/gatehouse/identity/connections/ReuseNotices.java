package io.gatehouse.identity.connections;

import io.gatehouse.identity.Organization;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.TokenReuseLetters;
import io.gatehouse.identity.TokenReused;
import io.gatehouse.identity.people.Administrators;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells a connection's owner and the administrators that one of its refresh tokens came twice: it may have been stolen. */
@Component
final class ReuseNotices implements TokenReuseLetters {

    /** Longer than any letter is tried. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Transactions transactions;
    private final ReuseNoticeStore store;
    private final Administrators administrators;
    private final Persons persons;
    private final Organizations organizations;
    private final ApplicationEventPublisher events;
    private final PublicAddress address;
    private final Clock clock;

    ReuseNotices(
            Transactions transactions,
            ReuseNoticeStore store,
            Administrators administrators,
            Persons persons,
            Organizations organizations,
            ApplicationEventPublisher events,
            PublicAddress address,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.administrators = administrators;
        this.persons = persons;
        this.organizations = organizations;
        this.events = events;
        this.address = address;
        this.clock = clock;
    }

    /** In the open transaction that ends the connection. */
    void send(KnownConnection ended) {
        OrganizationScope scope = OrganizationScope.system(ended.organization());
        transactions.<Boolean>installation(scope, () -> {
            Instant now = clock.instant();
            store.deleteBefore(now.minus(KEPT));
            Stream.concat(Stream.of(ended.person()), administrators.of(scope).stream())
                    .distinct()
                    .forEach(person -> send(ended, person, now));
            return true;
        });
    }

    private void send(KnownConnection ended, PersonId person, Instant now) {
        ReuseNotice notice = new ReuseNotice(Ids.next(), ended.id(), ended.person(), person, ended.program());
        store.insert(ended.organization(), notice, now);
        events.publishEvent(new TokenReused(ended.organization(), notice.id()));
    }

    @Override
    public Optional<TokenReuseLetter> write(TokenReused reused) {
        OrganizationId organization = reused.organization();
        return transactions
                .installation(() -> store.find(organization, reused.notice()))
                .flatMap(notice -> persons.membership(organization, notice.owner())
                        .flatMap(owner -> reader(organization, notice).map(reader -> letter(notice, reader, owner))));
    }

    private Optional<Membership> reader(OrganizationId organization, ReuseNotice notice) {
        PersonId person = notice.person();
        return persons.membership(organization, person)
                .filter(member -> person.equals(notice.owner()) || administrators.include(member));
    }

    private TokenReuseLetter letter(ReuseNotice notice, Membership reader, Membership owner) {
        Organization organization = organizations.of(OrganizationScope.system(reader.organization()));
        String page = notice.person().equals(notice.owner())
                ? "/console/account"
                : "/console/o/" + organization.slug() + "/people/" + notice.owner();
        return new TokenReuseLetter(organization, reader.person(), owner.person(), notice.program(), address.of(page));
    }
}
