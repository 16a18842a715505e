package io.gatehouse.identity.scim;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.leaving.Departures;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.people.StandingChanges;
import io.gatehouse.identity.profiles.ClaimedFacts;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.Personal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Makes, changes, suspends and ends memberships as an organization's directory says. */
@Service
final class Users {

    private static final String REASON = "By provisioning";

    private final Transactions transactions;
    private final UserStore store;
    private final Persons persons;
    private final Addresses addresses;
    private final ProvisionedFacts facts;
    private final Provisioning provisioning;
    private final StandingChanges standing;
    private final Departures departures;
    private final Ledger ledger;
    private final Signals signals;
    private final Clock clock;

    Users(
            Transactions transactions,
            UserStore store,
            Persons persons,
            Addresses addresses,
            ProvisionedFacts facts,
            Provisioning provisioning,
            StandingChanges standing,
            Departures departures,
            Ledger ledger,
            Signals signals,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.persons = persons;
        this.addresses = addresses;
        this.facts = facts;
        this.provisioning = provisioning;
        this.standing = standing;
        this.departures = departures;
        this.ledger = ledger;
        this.signals = signals;
        this.clock = clock;
    }

    /** Some users and how many there are. */
    record Found(long total, List<ScimUser> users) {}

    Found list(OrganizationScope scope, Listing wanted) {
        return transactions.read(
                scope, () -> new Found(store.count(scope, wanted.filter()), store.list(scope, wanted)));
    }

    long count(OrganizationScope scope) {
        return transactions.read(scope, () -> store.count(scope, ""));
    }

    ScimUser find(OrganizationScope scope, PersonId person) {
        return transactions
                .read(scope, () -> store.find(scope, person))
                .orElseThrow(() -> ScimRefusal.notFound("user"));
    }

    ScimUser create(OrganizationScope scope, UserAttributes said) {
        ScimUser created = unique(
                said,
                () -> transactions.installation(scope, () -> {
                    PersonRef person = member(scope, said);
                    store.insert(scope, person.id(), said, clock.instant());
                    ledger.append(
                            scope,
                            NewEntry.ofPerson("person.provision", person.id(), person.displayName())
                                    .change(null, fields(person.id(), said)));
                    facts.keep(scope, person, ClaimedFacts.Facts.NONE, said);
                    provisioning.reconsider(scope, List.of(person.id().value()));
                    settle(scope, store.find(scope, person.id()).orElseThrow(), said.active());
                    return store.find(scope, person.id()).orElseThrow();
                }));
        told(scope, created);
        return created;
    }

    /**
     * Changes a user.
     *
     * @param change what becomes of that which the directory can read now
     * @param expected the version that the directory knows; null when it does not say
     */
    ScimUser change(
            OrganizationScope scope, PersonId id, @Nullable String expected, UnaryOperator<UserAttributes> change) {
        ScimUser before = find(scope, id);
        UserAttributes said = change.apply(before.attributes());
        ScimUser after = unique(
                said,
                () -> transactions.installation(scope, () -> {
                    ScimUser now = locked(scope, id, expected);
                    UserAttributes wanted = change.apply(now.attributes());
                    if (!wanted.equals(now.attributes())) {
                        keep(scope, now, wanted);
                    }
                    return store.find(scope, id).orElseThrow();
                }));
        if (!after.equals(before)) {
            told(scope, after);
        }
        return after;
    }

    /** Ends the membership. Whoever answers for something keeps it until a person says who takes it over. */
    void delete(OrganizationScope scope, PersonId id, @Nullable String expected) {
        ScimUser user = transactions.<ScimUser>installation(scope, () -> {
            ScimUser now = locked(scope, id, expected);
            settle(scope, now, false);
            return now;
        });
        told(
                scope,
                new ScimUser(
                        id,
                        user.attributes().withActive(false),
                        true,
                        user.version(),
                        user.createdAt(),
                        user.changedAt()));
        departures.deprovision(scope, id);
    }

    private ScimUser locked(OrganizationScope scope, PersonId id, @Nullable String expected) {
        store.lock(scope, id);
        ScimUser now = store.find(scope, id).orElseThrow(() -> ScimRefusal.notFound("user"));
        if (expected != null && !expected.equals("*") && !expected.equals(now.etag())) {
            throw ScimRefusal.stale();
        }
        return now;
    }

    private void keep(OrganizationScope scope, ScimUser before, UserAttributes wanted) {
        PersonRef person = persons.find(before.id()).orElseThrow();
        // Who shall not enter is kept out whatever else is wrong with what the directory says of them.
        PersonRef named = wanted.active() ? addresses.rename(scope, person, wanted) : person;
        UserAttributes said = wanted.withActive(true);
        if (!said.equals(before.attributes().withActive(true))) {
            store.update(scope, before.id(), said, clock.instant());
            ledger.append(
                    scope,
                    NewEntry.ofPerson("person.change-provisioned", named.id(), named.displayName())
                            .change(fields(named.id(), before.attributes()), fields(named.id(), said)));
            facts.keep(scope, named, facts.of(scope, before.attributes()), said);
        }
        settle(scope, before, wanted.active());
    }

    private void settle(OrganizationScope scope, ScimUser user, boolean active) {
        boolean now = user.attributes().active();
        if (now && !active) {
            standing.suspend(scope, user.id(), REASON);
            store.suspended(scope, user.id());
        } else if (!now && active && user.suspendedHere()) {
            standing.resume(scope, user.id());
        }
    }

    private PersonRef member(OrganizationScope scope, UserAttributes said) {
        addresses.requireOwn(scope, said.email());
        PersonRef person =
                persons.findByEmail(said.email()).orElseGet(() -> persons.create(said.email(), said.shownName()));
        if (store.suspendedMember(scope, person.id()) == null) {
            persons.join(scope, person, Set.of());
        }
        return person;
    }

    private void told(OrganizationScope scope, ScimUser user) {
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
        if (!user.attributes().active()) {
            standing.endSessionsOfStrangers(user.id());
        }
    }

    private static ScimUser unique(UserAttributes said, Supplier<ScimUser> work) {
        try {
            return work.get();
        } catch (DuplicateKeyException e) {
            throw ScimRefusal.uniqueness(
                    "Another user has the userName " + said.userName() + ", its address or its externalId already");
        }
    }

    private static Map<String, @Nullable Object> fields(PersonId person, UserAttributes said) {
        return Map.of(
                "userName", new Personal(said.userName(), person),
                "externalId", said.externalId(),
                "displayName", new Personal(said.shownName(), person),
                "email", new Personal(said.email(), person));
    }
}
