package io.gatehouse.identity.engagements;

import io.gatehouse.identity.EmergencyBegun;
import io.gatehouse.identity.EmergencyLetters;
import io.gatehouse.identity.Organization;
import io.gatehouse.identity.organizations.OrganizationDirectory;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Transactions;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Tells a customer at once that somebody of the provider holds the emergency level there. */
@Service
final class EmergencyNotices implements EmergencyLetters {

    private final Transactions transactions;
    private final EmergencyNoticeStore store;
    private final EngagementStore engagements;
    private final OrganizationDirectory organizations;
    private final ApplicationEventPublisher events;
    private final PublicAddress address;

    EmergencyNotices(
            Transactions transactions,
            EmergencyNoticeStore store,
            EngagementStore engagements,
            OrganizationDirectory organizations,
            ApplicationEventPublisher events,
            PublicAddress address) {
        this.transactions = transactions;
        this.store = store;
        this.engagements = engagements;
        this.organizations = organizations;
        this.events = events;
        this.address = address;
    }

    /** In the open transaction that begins the emergency. */
    void send(Engagement emergency) {
        for (PersonId person : store.toBeTold(emergency.customerId())) {
            UUID notice = Ids.next();
            store.insert(emergency.customerId(), notice, emergency.id(), person);
            events.publishEvent(new EmergencyBegun(emergency.customerId(), notice));
        }
    }

    @Override
    public Optional<EmergencyLetter> write(EmergencyBegun begun) {
        return transactions.installation(() -> store.find(begun.customer(), begun.notice())
                .flatMap(notice -> engagements
                        .find(begun.customer(), notice.engagement())
                        .flatMap(emergency -> letter(emergency, notice))));
    }

    private Optional<EmergencyLetter> letter(Engagement emergency, EmergencyNoticeStore.Notice notice) {
        List<Organization> both = organizations.all(List.of(emergency.customerId(), emergency.providerId()));
        Optional<Organization> customer = both.stream()
                .filter(organization -> organization.id().equals(emergency.customerId()))
                .findFirst();
        Optional<Organization> provider = both.stream()
                .filter(organization -> organization.id().equals(emergency.providerId()))
                .findFirst();
        return customer.flatMap(told -> provider.flatMap(from -> Optional.ofNullable(emergency.expiresAt())
                .map(until -> new EmergencyLetter(
                        told,
                        notice.person(),
                        emergency.person().displayName(),
                        from.name(),
                        emergency.reason(),
                        until,
                        address.of("/console/o/" + told.slug() + "/entrants")))));
    }
}
