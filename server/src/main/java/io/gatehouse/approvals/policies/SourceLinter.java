package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.policy.Approvers;
import io.gatehouse.approvals.policy.Emergency;
import io.gatehouse.approvals.policy.Seat;
import io.gatehouse.identity.OrganizationKind;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.PersonId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks whether sources of approvers name anybody. */
final class SourceLinter {

    private final OrganizationKind kind;
    private final Function<Approvers, Set<PersonId>> people;

    /**
     * Looks with these eyes.
     *
     * @param people whom a source names now, whoever asks
     */
    SourceLinter(OrganizationKind kind, Function<Approvers, Set<PersonId>> people) {
        this.kind = kind;
        this.people = people;
    }

    /** Whom a source names now, whoever asks. */
    Set<PersonId> people(Approvers source) {
        return people.apply(source);
    }

    Stream<PolicyFinding> seats(List<Seat> seats) {
        return seats.stream().flatMap(seat -> source(seat.who()));
    }

    /** Roles whose holders may have at once what is decided later. */
    Stream<PolicyFinding> emergency(Emergency emergency) {
        return emergency.roles().stream().sorted().flatMap(this::role);
    }

    private Stream<PolicyFinding> source(Approvers source) {
        return switch (source) {
            case Approvers.Someone _
            when isEmpty(source) ->
                finding(PolicyFinding.Kind.UNKNOWN_PERSON, true, "It names somebody who does not act here");
            case Approvers.Members _
            when isEmpty(source) ->
                finding(PolicyFinding.Kind.UNKNOWN_TEAM, true, "It names a team that is unknown or has nobody");
            case Approvers.Holding(var role) -> role(role);
            case Approvers.Holders(var permission)
            when isEmpty(source) ->
                finding(PolicyFinding.Kind.UNKNOWN_ROLE, false, "Nobody holds " + permission.code());
            default -> Stream.empty();
        };
    }

    private Stream<PolicyFinding> role(Role role) {
        if (!role.fits(kind)) {
            return finding(PolicyFinding.Kind.UNKNOWN_ROLE, true, "Nobody can have the role " + role.title() + " here");
        }
        return isEmpty(new Approvers.Holding(role))
                ? finding(PolicyFinding.Kind.UNKNOWN_ROLE, false, "Nobody has the role " + role.title())
                : Stream.empty();
    }

    private boolean isEmpty(Approvers source) {
        return people.apply(source).isEmpty();
    }

    private static Stream<PolicyFinding> finding(PolicyFinding.Kind kind, boolean blocks, String message) {
        return Stream.of(new PolicyFinding(kind, blocks, null, null, null, message, null, null));
    }
}
