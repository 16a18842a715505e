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
     * What a provider says; empty where it says nothing, and then what is known stays.
     *
     * @param manager e-mail address
     */
    public record Facts(String department, String title, String costCenter, String manager) {

        boolean areNone() {
            return department.isEmpty() && title.isEmpty() && costCenter.isEmpty() && manager.isEmpty();
        }
    }

    /** Takes over what differs from what is known. A manager who is no member here, or below the person, is not taken. */
    public void keep(OrganizationScope scope, PersonRef person, Facts facts) {
        keep(scope, person, facts, Profile.Source.CLAIMS);
    }

    /** The same of what the directory provisions. */
    public void keepProvisioned(OrganizationScope scope, PersonRef person, Facts facts) {
        keep(scope, person, facts, Profile.Source.SCIM);
    }

    private void keep(OrganizationScope scope, PersonRef person, Facts facts, Profile.Source source) {
        if (facts.areNone()) {
            return;
        }
        transactions.write(scope, () -> {
            Profile before = store.find(scope, person.id()).orElseGet(Profile::empty);
            ProfileInput wanted = new ProfileInput(
                    said(facts.department(), before.department()),
                    said(facts.title(), before.title()),
                    said(facts.costCenter(), before.costCenter()),
                    manager(scope, person.id(), facts, before));
            if (!wanted.equals(input(before))) {
                store.lock(scope);
                store.put(scope, person.id(), wanted, source, clock.instant());
                Profile after = store.find(scope, person.id()).orElseThrow();
                ledger.append(
                        scope,
                        NewEntry.ofPerson("person.change-profile", person.id(), person.displayName())
                                .change(
                                        PersonProfiles.fields(person.id(), before),
                                        PersonProfiles.fields(person.id(), after)));
            }
        });
    }

    private @Nullable PersonId manager(OrganizationScope scope, PersonId person, Facts facts, Profile before) {
        PersonId present = input(before).managerId();
        Optional<PersonRef> named =
                facts.manager().isEmpty() ? Optional.empty() : people.memberByEmail(scope, facts.manager());
        if (named.isEmpty() || named.get().id().equals(present)) {
            return present;
        }
        try {
            profiles.checkLine(scope, person, named.get().id());
            return named.get().id();
        } catch (ProblemException e) {
            return present;
        }
    }

    private static ProfileInput input(Profile profile) {
        return new ProfileInput(
                profile.department(),
                profile.title(),
                profile.costCenter(),
                profile.line().isEmpty() ? null : profile.line().getFirst().id());
    }

    private static String said(String claimed, String known) {
        return claimed.isEmpty() ? known : claimed;
    }
}
