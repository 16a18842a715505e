package io.gatehouse.identity.profiles;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.people.MemberNames;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.Personal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Keeps what is known of members' places, filled by hand. */
@Service
final class PersonProfiles {

    private static final int LONGEST_LINE = 50;

    private final Transactions transactions;
    private final ProfileStore store;
    private final MemberNames members;
    private final Ledger ledger;
    private final Signals signals;
    private final Clock clock;

    PersonProfiles(
            Transactions transactions,
            ProfileStore store,
            MemberNames members,
            Ledger ledger,
            Signals signals,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.members = members;
        this.ledger = ledger;
        this.signals = signals;
        this.clock = clock;
    }

    Profile of(OrganizationScope scope, PersonId person) {
        return transactions.read(scope, () -> {
            members.required(scope, person);
            return store.find(scope, person).orElseGet(Profile::empty);
        });
    }

    Profile change(OrganizationScope scope, PersonId person, ProfileInput input) {
        transactions.write(scope, () -> {
            store.lock(scope);
            PersonRef member = members.required(scope, person);
            Profile before = of(scope, person);
            checkLine(scope, person, input.managerId());
            store.put(scope, person, input, Profile.Source.MANUAL, clock.instant());
            ledger.append(
                    scope,
                    NewEntry.ofPerson("person.change-profile", person, member.displayName())
                            .change(fields(person, before), fields(person, of(scope, person))));
        });
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
        return of(scope, person);
    }

    /** Refuses a manager who is not there, and a line that comes back to the person or never ends. */
    void checkLine(OrganizationScope scope, PersonId person, @Nullable PersonId manager) {
        if (manager == null) {
            return;
        }
        members.required(scope, manager);
        List<PersonRef> above = store.line(scope, manager);
        if (manager.equals(person)
                || above.stream().anyMatch(other -> other.id().equals(person))) {
            throw invalid("must not report to the person, directly or through others");
        }
        if (above.size() >= LONGEST_LINE) {
            throw invalid("must leave a reporting line of at most " + LONGEST_LINE + " people");
        }
    }

    private static ProblemException invalid(String message) {
        return new ProblemException(
                CommonProblem.INVALID,
                "This cannot be the manager",
                List.of(new ProblemException.FieldError("managerId", message)));
    }

    static Map<String, @Nullable Object> fields(PersonId person, Profile profile) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("department", profile.department());
        fields.put("title", new Personal(profile.title(), person));
        fields.put("costCenter", profile.costCenter());
        fields.put(
                "managerId",
                profile.line().isEmpty() ? null : profile.line().getFirst().id().toString());
        return fields;
    }
}
