package io.gatehouse.identity.profiles;

import io.gatehouse.identity.People;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Keeps what identity providers say of members' places. */
@Service
public final class ClaimedFacts {

    private final Transactions transactions;
    private final ProfileStore store;
    private final PersonProfiles profiles;
    private final People people;
    private final Ledger ledger;
    private final Clock clock;

    ClaimedFacts(
            Transactions transactions,
            ProfileStore store,
            PersonProfiles profiles,
            People people,
            Ledger ledger,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.profiles = profiles;
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What a provider says; empty where it says nothing.
     *
     * @param manager e-mail address
     */
    public record Facts(String department, String title, String costCenter, String manager) {

        /** Nothing at all. */
        public static final Facts NONE = new Facts("", "", "", "");
    }

    /**
     * Takes over what differs from what is known, and takes back what the provider said before, says no more, and nobody
     * has changed meanwhile. A manager who is no member here, or below the person, is not taken.
     *
     * @param before what it said the last time
     */
    public void keep(OrganizationScope scope, PersonRef person, Facts before, Facts now) {
        keep(scope, person, before, now, Profile.Source.CLAIMS);
    }

    /** The same of what the directory provisions. */
    public void keepProvisioned(OrganizationScope scope, PersonRef person, Facts before, Facts now) {
        keep(scope, person, before, now, Profile.Source.SCIM);
    }

    private void keep(OrganizationScope scope, PersonRef person, Facts before, Facts now, Profile.Source source) {
        if (before.equals(Facts.NONE) && now.equals(Facts.NONE)) {
            return;
        }
        transactions.write(scope, () -> {
            Profile known = store.find(scope, person.id()).orElseGet(Profile::empty);
            ProfileInput wanted = new ProfileInput(
                    said(before.department(), now.department(), known.department()),
                    said(before.title(), now.title(), known.title()),
                    said(before.costCenter(), now.costCenter(), known.costCenter()),
                    manager(
                            scope,
                            person.id(),
                            before.manager(),
                            now.manager(),
                            input(known).managerId()));
            if (!wanted.equals(input(known))) {
                store.lock(scope);
                store.put(scope, person.id(), wanted, source, clock.instant());
                Profile after = store.find(scope, person.id()).orElseThrow();
                ledger.append(
                        scope,
                        NewEntry.ofPerson("person.change-profile", person.id(), person.displayName())
                                .change(
                                        PersonProfiles.fields(person.id(), known),
                                        PersonProfiles.fields(person.id(), after)));
            }
        });
    }

    private @Nullable PersonId manager(
            OrganizationScope scope, PersonId person, String before, String now, @Nullable PersonId known) {
        Optional<PersonId> named = member(scope, now.isEmpty() ? before : now);
        if (now.isEmpty()) {
            return named.filter(former -> former.equals(known)).isPresent() ? null : known;
        }
        if (named.isEmpty() || named.get().equals(known)) {
            return known;
        }
        try {
            profiles.checkLine(scope, person, named.get());
            return named.get();
        } catch (ProblemException e) {
            return known;
        }
    }

    private Optional<PersonId> member(OrganizationScope scope, String email) {
        return email.isEmpty()
                ? Optional.empty()
                : people.memberByEmail(scope, email).map(PersonRef::id);
    }

    private static ProfileInput input(Profile profile) {
        return new ProfileInput(
                profile.department(),
                profile.title(),
                profile.costCenter(),
                profile.line().isEmpty() ? null : profile.line().getFirst().id());
    }

    private static String said(String before, String now, String known) {
        if (now.isEmpty()) {
            return known.equals(before) ? "" : known;
        }
        return now;
    }
}
