package io.gatehouse.identity.roles;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.Grant;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.TeamId;
import io.gatehouse.identity.TeamRef;
import io.gatehouse.identity.people.MemberNames;
import io.gatehouse.identity.people.RoleRules;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives and takes roles beside those of the membership, and tells what somebody may do and why. */
@Service
final class Grants {

    private static final int MOST_GRANTS = 100;

    private final Transactions transactions;
    private final GrantStore store;
    private final CustomRoleStore roles;
    private final MemberNames members;
    private final Organizations organizations;
    private final Ledger ledger;
    private final Signals signals;
    private final Clock clock;

    Grants(
            Transactions transactions,
            GrantStore store,
            CustomRoleStore roles,
            MemberNames members,
            Organizations organizations,
            Ledger ledger,
            Signals signals,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.roles = roles;
        this.members = members;
        this.organizations = organizations;
        this.ledger = ledger;
        this.signals = signals;
        this.clock = clock;
    }

    /**
     * A role to give.
     *
     * @param role one of those that are the same everywhere; only for a team
     * @param customRole or one of the organization's own
     * @param team to which it is limited; absent for the whole organization
     */
    record Wanted(
            @Nullable Role role,
            @Nullable UUID customRole,
            @Nullable TeamId team) {}

    List<GivenGrant> of(OrganizationScope scope, PersonId person) {
        return transactions.read(scope, () -> {
            members.required(scope, person);
            return all(scope, person);
        });
    }

    /** Whether the holder of such a role would look after people, and so could get any other right. */
    boolean giveAdministration(Caller caller, Wanted wanted) {
        return transactions.write(
                caller.scope(), () -> checked(caller, wanted).permissions().contains(Permission.PEOPLE_MANAGE));
    }

    List<GivenGrant> give(Caller caller, PersonId person, Wanted wanted) {
        refuseOneself(caller, person);
        OrganizationScope scope = caller.scope();
        transactions.write(scope, () -> {
            PersonRef member = members.required(scope, person);
            if (store.held(scope, person).size() >= MOST_GRANTS) {
                throw CommonProblem.CONFLICT.because("One person holds at most " + MOST_GRANTS + " roles");
            }
            Grant grant = checked(caller, wanted);
            UUID id = Ids.next();
            var given = new GrantStore.New(id, person, wanted.role(), wanted.customRole(), wanted.team());
            if (!store.insert(scope, given, clock.instant())) {
                throw CommonProblem.CONFLICT.because(member.displayName() + " holds this role already");
            }
            ledger.append(
                    scope,
                    NewEntry.ofPerson("person.give-role", person, member.displayName())
                            .change(null, fields(GivenGrant.of(id, grant))));
        });
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
        return of(scope, person);
    }

    List<GivenGrant> take(Caller caller, PersonId person, UUID id) {
        refuseOneself(caller, person);
        OrganizationScope scope = caller.scope();
        transactions.write(scope, () -> {
            PersonRef member = members.required(scope, person);
            GivenGrant held = store.held(scope, person).stream()
                    .filter(grant -> id.equals(grant.id()))
                    .findFirst()
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because(member.displayName() + " holds no such role"));
            RoleRules.checkHeld(Set.copyOf(held.permissions()), caller);
            store.delete(scope, id);
            ledger.append(
                    scope,
                    NewEntry.ofPerson("person.take-role", person, member.displayName())
                            .change(fields(held), null));
        });
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
        return of(scope, person);
    }

    private List<GivenGrant> all(OrganizationScope scope, PersonId person) {
        return Stream.concat(Stream.of(GivenGrant.of(null, Grant.ofMember())), store.held(scope, person).stream())
                .toList();
    }

    private Grant checked(Caller caller, Wanted wanted) {
        TeamId id = wanted.team();
        TeamRef team = id == null
                ? null
                : store.team(caller.scope(), id).orElseThrow(() -> invalid("team", "must be a team here"));
        Role role = wanted.role();
        UUID custom = wanted.customRole();
        if ((role == null) == (custom == null)) {
            throw invalid("role", "must be given, or customRole, not both");
        }
        Grant grant = role == null ? custom(caller, custom, team) : builtIn(caller, role, team);
        if (grant.permissions().isEmpty()) {
            throw invalid("team", "must be absent: nothing that the role allows can be limited to a team");
        }
        return grant;
    }

    private Grant custom(Caller caller, @Nullable UUID id, @Nullable TeamRef team) {
        if (id == null) {
            throw invalid("customRole", "must be given");
        }
        roles.lock(caller.scope(), id);
        CustomRole role = roles.find(caller.scope(), id)
                .orElseThrow(() -> invalid("customRole", "must be a role of the organization"));
        Set<Permission> permissions = Collections.unmodifiableSet(EnumSet.copyOf(role.permissions()));
        RoleRules.checkHeld(permissions, caller);
        return new Grant(permissions, new Grant.Source.Custom(id, role.name()), team);
    }

    private Grant builtIn(Caller caller, Role role, @Nullable TeamRef team) {
        if (team == null) {
            throw invalid("team", "must be given for a role of the membership");
        }
        RoleRules.check(Set.of(role), organizations.of(caller.scope()).kind(), caller);
        return Grant.of(role, team);
    }

    private static Map<String, @Nullable Object> fields(GivenGrant grant) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("role", grant.title());
        TeamRef team = grant.team();
        fields.put("team", team == null ? null : team.name());
        fields.put("permissions", grant.permissions().stream().map(Enum::name).toList());
        return fields;
    }

    private static void refuseOneself(Caller caller, PersonId person) {
        if (caller.is(person)) {
            throw CommonProblem.CONFLICT.because("Nobody changes their own standing: ask another administrator");
        }
    }

    private static ProblemException invalid(String field, String message) {
        return new ProblemException(
                CommonProblem.INVALID,
                "This role cannot be given",
                List.of(new ProblemException.FieldError(field, message)));
    }
}
