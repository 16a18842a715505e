package io.gatehouse.identity.activity;

import io.gatehouse.identity.People;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.demands.Demands;
import io.gatehouse.identity.demands.Demands.Verdict;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.PortfolioScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Change;
import io.gatehouse.ledger.ChangeQuery;
import io.gatehouse.ledger.Changes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people changed, read from the books where whoever asks may read them. */
@Component
final class ActivityChanges {

    /** With the person's own organizations, no more than a portfolio holds. */
    private static final int MOST_CUSTOMERS = 100;

    private final Transactions transactions;
    private final Changes changes;
    private final People people;
    private final Persons persons;
    private final Demands demands;

    ActivityChanges(Transactions transactions, Changes changes, People people, Persons persons, Demands demands) {
        this.transactions = transactions;
        this.changes = changes;
        this.people = people;
        this.persons = persons;
        this.demands = demands;
    }

    /** Of the organization, for those who may read its book. */
    List<Activity> list(OrganizationScope scope, ActivityFilter filter, @Nullable Cursor after, int limit) {
        List<Change> found = changes.list(scope, filter.changes(after, limit));
        Map<PersonId, PersonRef> known = people.refs(
                scope,
                found.stream()
                        .flatMap(change -> change.actor().asPerson().stream())
                        .collect(Collectors.toSet()));
        return found.stream()
                .flatMap(change -> change.actor().asPerson().stream()
                        .map(person ->
                                Activity.of(change, scope.organization(), named(change, person, known.get(person)))))
                .toList();
    }

    /** The person's own, in each organization whose book they may read in this session. */
    List<Activity> own(SignedIn asking, ActivityFilter filter, @Nullable Cursor after, int limit) {
        List<Membership> readable = readable(asking);
        if (readable.isEmpty() || !filter.wants(asking.person())) {
            return List.of();
        }
        PersonRef self = readable.getFirst().person();
        ChangeQuery query = filter.of(self.id()).changes(after, limit);
        List<OrganizationId> books = readable.stream()
                .map(Membership::organization)
                .limit(Page.MAXIMUM_LIMIT)
                .toList();
        return transactions
                .read(
                        new PortfolioScope(books, readable.getFirst().scope().actor()),
                        scope -> changes.list(scope, query).stream()
                                .map(change ->
                                        Activity.of(change, scope.organization(), named(change, self.id(), self)))
                                .toList())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Membership> readable(SignedIn asking) {
        List<Membership> everywhere = Stream.of(
                        persons.memberships(asking.person()), persons.engagements(asking.person(), MOST_CUSTOMERS))
                .flatMap(List::stream)
                .toList();
        Map<OrganizationId, Verdict> verdicts = demands.check(asking, everywhere);
        return everywhere.stream()
                .filter(membership -> membership.permissions().contains(Permission.LEDGER_READ))
                .filter(membership -> verdicts.get(membership.organization()) == Verdict.MET)
                .toList();
    }

    /** As the book names them, which tells the program that acted for them as well. */
    private static PersonRef named(Change change, PersonId person, @Nullable PersonRef known) {
        return new PersonRef(person, change.actor().displayName(), known == null ? "" : known.email());
    }
}
