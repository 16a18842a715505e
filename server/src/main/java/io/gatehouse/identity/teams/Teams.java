package io.gatehouse.identity.teams;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.Grant;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.TeamId;
import io.gatehouse.identity.people.MemberNames;
import io.gatehouse.identity.people.RoleRules;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Looks after teams. Whatever may put more people under a lead needs the rights that a lead has, for the whole
 * organization: else a lead who looks after people could widen what they decide.
 */
@Service
final class Teams {

    private static final int MOST_PEOPLE = 5_000;

    private final Transactions transactions;
    private final TeamStore store;
    private final MemberNames members;
    private final Ledger ledger;
    private final Signals signals;
    private final Clock clock;

    Teams(
            Transactions transactions,
            TeamStore store,
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

    List<Team> all(OrganizationScope scope) {
        return transactions.read(scope, () -> store.all(scope));
    }

    Team.Detail find(OrganizationScope scope, TeamId id) {
        return transactions.read(scope, () -> {
            Team team = tree(scope).required(id);
            return new Team.Detail(team, store.people(scope, id), store.roles(scope, id));
        });
    }

    Team.Detail create(Caller caller, String name, @Nullable TeamId parent) {
        TeamId id = new TeamId(Ids.next());
        change(caller.scope(), tree -> {
            tree.checkNew(name, parent);
            store.insert(caller.scope(), id, name, parent, clock.instant());
            return entry("team.create", id, name).change(null, fields(tree, name, parent));
        });
        return find(caller.scope(), id);
    }

    /** Gives the team another name or another place. */
    Team.Detail change(Caller caller, TeamId id, String name, @Nullable TeamId parent) {
        RoleRules.checkHeld(Grant.LIMITABLE, caller);
        change(caller.scope(), tree -> {
            Team before = tree.required(id);
            tree.checkMove(before, name, parent);
            store.update(caller.scope(), id, name, parent);
            return entry("team.change", id, name)
                    .change(fields(tree, before.name(), before.parentId()), fields(tree, name, parent));
        });
        return find(caller.scope(), id);
    }

    /** Its people become plain members of the other team, the teams below it go there, roles held for it end. */
    Team.Detail merge(Caller caller, TeamId id, TeamId into) {
        RoleRules.checkHeld(Grant.LIMITABLE, caller);
        OrganizationScope scope = caller.scope();
        change(scope, tree -> {
            Team team = tree.required(id);
            Team target = tree.required(into);
            tree.checkApart(team, into);
            tree.children(id).forEach(child -> tree.checkMove(child, child.name(), into));
            store.copyPeople(scope, id, into);
            store.moveChildren(scope, id, into);
            store.delete(scope, id);
            checkSize(scope, into);
            return entry("team.merge", id, team.name())
                    .change(fields(tree, team.name(), team.parentId()), Map.of("into", target.name()));
        });
        return find(scope, into);
    }

    /** Its people stay in the organization, the teams below it go up, roles held for it end. */
    void delete(Caller caller, TeamId id) {
        OrganizationScope scope = caller.scope();
        change(scope, tree -> {
            Team team = tree.required(id);
            tree.children(id).forEach(child -> tree.checkMove(child, child.name(), team.parentId()));
            store.moveChildren(scope, id, team.parentId());
            store.delete(scope, id);
            return entry("team.delete", id, team.name()).change(fields(tree, team.name(), team.parentId()), null);
        });
    }

    Team.Detail put(Caller caller, TeamId id, PersonId person, boolean lead) {
        RoleRules.checkHeld(Grant.LIMITABLE, caller);
        if (lead && caller.is(person)) {
            throw CommonProblem.CONFLICT.because("Nobody makes themselves a lead: ask another administrator");
        }
        OrganizationScope scope = caller.scope();
        change(scope, tree -> {
            Team team = tree.required(id);
            PersonRef member = members.required(scope, person);
            store.put(scope, id, person, lead);
            checkSize(scope, id);
            return NewEntry.ofPerson("person.join-team", person, member.displayName())
                    .change(null, Map.of("team", team.name(), "lead", lead));
        });
        return find(scope, id);
    }

    Team.Detail remove(Caller caller, TeamId id, PersonId person) {
        OrganizationScope scope = caller.scope();
        change(scope, tree -> {
            Team team = tree.required(id);
            PersonRef member = members.required(scope, person);
            store.remove(scope, id, person);
            return NewEntry.ofPerson("person.leave-team", person, member.displayName())
                    .change(Map.of("team", team.name()), null);
        });
        return find(scope, id);
    }

    private void change(OrganizationScope scope, Function<TeamTree, NewEntry> work) {
        transactions.write(scope, () -> {
            store.lock(scope);
            ledger.append(scope, work.apply(tree(scope)));
        });
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
    }

    private TeamTree tree(OrganizationScope scope) {
        return new TeamTree(store.all(scope));
    }

    private void checkSize(OrganizationScope scope, TeamId team) {
        if (tree(scope).required(team).members() > MOST_PEOPLE) {
            throw CommonProblem.CONFLICT.because("A team has at most " + MOST_PEOPLE + " people");
        }
    }

    private static NewEntry entry(String action, TeamId id, String name) {
        return NewEntry.of(action, "team", id, name);
    }

    private static Map<String, @Nullable Object> fields(TeamTree tree, String name, @Nullable TeamId parent) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("name", name);
        fields.put("parent", parent == null ? null : tree.required(parent).name());
        return fields;
    }
}
