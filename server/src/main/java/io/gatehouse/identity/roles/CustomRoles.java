package io.gatehouse.identity.roles;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.people.RoleRules;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Makes and changes an organization's own roles. A change counts at once for everybody who holds the role. */
@Service
final class CustomRoles {

    private static final int MOST_ROLES = 200;
    private static final int MOST_HOLDERS = 1_000;

    private final Transactions transactions;
    private final CustomRoleStore store;
    private final Organizations organizations;
    private final Ledger ledger;
    private final Signals signals;
    private final Clock clock;

    CustomRoles(
            Transactions transactions,
            CustomRoleStore store,
            Organizations organizations,
            Ledger ledger,
            Signals signals,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.organizations = organizations;
        this.ledger = ledger;
        this.signals = signals;
        this.clock = clock;
    }

    List<CustomRole> list(OrganizationScope scope) {
        return transactions.read(scope, () -> store.list(scope));
    }

    CustomRole find(OrganizationScope scope, UUID id) {
        return transactions.read(scope, () -> store.find(scope, id)).orElseThrow(CustomRoles::missing);
    }

    List<Holder> holders(OrganizationScope scope, UUID id) {
        find(scope, id);
        return transactions.read(scope, () -> store.holders(scope, id, MOST_HOLDERS));
    }

    CustomRole create(Caller caller, RoleDraft draft) {
        OrganizationScope scope = caller.scope();
        check(caller, draft);
        UUID id = Ids.next();
        return transactions.write(scope, () -> {
            if (store.list(scope).size() >= MOST_ROLES) {
                throw CommonProblem.CONFLICT.because("An organization has at most " + MOST_ROLES + " roles of its own");
            }
            if (!store.insert(scope, id, draft, clock.instant())) {
                throw taken(draft);
            }
            CustomRole created = find(scope, id);
            ledger.append(scope, entry("role.create", created).change(null, fields(created)));
            return created;
        });
    }

    /** Who changes a role must hold what it allowed and what it shall allow. */
    CustomRole change(Caller caller, UUID id, RoleDraft draft) {
        OrganizationScope scope = caller.scope();
        check(caller, draft);
        CustomRole changed = transactions.write(scope, () -> {
            CustomRole before = locked(caller, id, draft.version());
            try {
                store.update(scope, id, draft, clock.instant());
            } catch (DuplicateKeyException e) {
                throw taken(draft);
            }
            CustomRole after = find(scope, id);
            ledger.append(scope, entry("role.change", after).change(fields(before), fields(after)));
            return after;
        });
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
        return changed;
    }

    void delete(Caller caller, UUID id) {
        OrganizationScope scope = caller.scope();
        transactions.write(scope, () -> {
            CustomRole before = locked(caller, id, null);
            if (before.holders() > 0) {
                throw CommonProblem.CONFLICT.because("Take it from its holders first: " + names(scope, id));
            }
            store.delete(scope, id);
            ledger.append(scope, entry("role.delete", before).change(fields(before), null));
        });
    }

    private CustomRole locked(Caller caller, UUID id, @Nullable Integer seen) {
        store.lock(caller.scope(), id);
        CustomRole role = find(caller.scope(), id);
        RoleRules.checkHeld(new HashSet<>(role.permissions()), caller);
        if (seen != null && seen != role.version()) {
            throw CommonProblem.STALE.because("The role is at version " + role.version() + " now, look again");
        }
        return role;
    }

    private String names(OrganizationScope scope, UUID id) {
        List<Holder> holders = store.holders(scope, id, 4);
        String names = holders.stream()
                .limit(3)
                .map(holder -> holder.person().displayName())
                .collect(Collectors.joining(", "));
        return holders.size() > 3 ? names + " and more" : names;
    }

    private void check(Caller caller, RoleDraft draft) {
        RoleRules.checkPermissions(
                draft.permissions(), organizations.of(caller.scope()).kind(), caller);
    }

    private static Map<String, @Nullable Object> fields(CustomRole role) {
        return Map.of(
                "name",
                role.name(),
                "description",
                role.description(),
                "permissions",
                role.permissions().stream().map(Enum::name).toList());
    }

    private static NewEntry entry(String action, CustomRole role) {
        return NewEntry.of(action, "role", role.id(), role.name());
    }

    private static RuntimeException missing() {
        return CommonProblem.NOT_FOUND.because("There is no such role in the organization");
    }

    private static RuntimeException taken(RoleDraft draft) {
        return CommonProblem.CONFLICT.because("There is a role named " + draft.plainName() + " already");
    }
}
