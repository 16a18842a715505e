package io.gatehouse.identity.demands;

import io.gatehouse.identity.ActingElsewhere;
import io.gatehouse.identity.Caller;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Holds a link to what the organization demands of programs that people allowed: it acts for them in the same way. */
@Component
final class LinkedActing implements ActingElsewhere {

    private final Persons persons;
    private final Demands demands;

    LinkedActing(Persons persons, Demands demands) {
        this.persons = persons;
        this.demands = demands;
    }

    @Override
    public String proof() {
        Consent consent = Consent.in(PersonSessions.required());
        UUID provider = consent.provider();
        return consent.secondFactor() + (provider == null ? "" : " " + provider);
    }

    @Override
    public Optional<Caller> caller(OrganizationId organization, PersonId person, String proof) {
        return persons.membership(organization, person)
                .filter(membership -> demands.allowProgram(membership, consent(proof)))
                .map(LinkedActing::caller);
    }

    private static Consent consent(String proof) {
        String[] parts = proof.split(" ", 2);
        return new Consent(
                Consent.SecondFactor.valueOf(parts[0]), parts.length == 1 ? null : UUID.fromString(parts[1]));
    }

    private static Caller caller(Membership membership) {
        return new Caller(membership.scope(), membership.permissions(), membership.permissionsInTeams(), false);
    }
}
