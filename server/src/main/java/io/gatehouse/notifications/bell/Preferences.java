package io.gatehouse.notifications.bell;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.Organizations;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** How members want to be told. */
@Component
final class Preferences {

    private final Transactions transactions;
    private final PreferenceStore store;
    private final Organizations organizations;

    Preferences(Transactions transactions, PreferenceStore store, Organizations organizations) {
        this.transactions = transactions;
        this.store = store;
        this.organizations = organizations;
    }

    Preference own(Caller caller) {
        PersonId person = caller.person();
        return of(caller.scope(), List.of(person)).apply(person);
    }

    /** Each person's. */
    Function<PersonId, Preference> of(OrganizationScope scope, Collection<PersonId> people) {
        Map<PersonId, Preference> chosen = transactions.read(scope, () -> store.of(scope, people));
        Preference usual = Preference.usual(organizations.of(scope).timeZone());
        return person -> chosen.getOrDefault(person, usual);
    }

    /** @throws ProblemException that names what is wrong */
    void change(Caller caller, Preference wanted) {
        if ((wanted.quietFrom() == null) != (wanted.quietUntil() == null)) {
            throw ProblemException.invalid(
                    "quietUntil", "must be given together with quietFrom, such as 22:00 and 07:00");
        }
        try {
            ZoneId.of(wanted.timeZone());
        } catch (DateTimeException e) {
            throw ProblemException.invalid("timeZone", "must be the name of a time zone, such as Europe/Berlin");
        }
        PersonId person = caller.person();
        transactions.write(caller.scope(), () -> store.save(caller.scope(), person, wanted));
    }
}
