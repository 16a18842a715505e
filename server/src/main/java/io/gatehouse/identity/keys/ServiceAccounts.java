package io.gatehouse.identity.keys;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.OrganizationKind;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.people.MemberNames;
import io.gatehouse.identity.people.RoleRules;
import io.gatehouse.identity.session.Program;
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
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Makes and changes service accounts. A change counts for the very next call of each of their keys. */
@Service
final class ServiceAccounts {

    private static final int MOST_ACCOUNTS = 500;

    private final Transactions transactions;
    private final ServiceAccountStore store;
    private final MemberNames members;
    private final Organizations organizations;
    private final Ledger ledger;
    private final Signals signals;
    private final Clock clock;

    ServiceAccounts(
            Transactions transactions,
            ServiceAccountStore store,
            MemberNames members,
            Organizations organizations,
            Ledger ledger,
            Signals signals,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.members = members;
        this.organizations = organizations;
        this.ledger = ledger;
        this.signals = signals;
        this.clock = clock;
    }

    List<ServiceAccount> list(OrganizationScope scope) {
        return transactions.read(scope, () -> store.list(scope, clock.instant()));
    }

    ServiceAccount find(OrganizationScope scope, UUID id) {
        return transactions
                .read(scope, () -> store.find(scope, id, clock.instant()))
                .orElseThrow(
                        () -> CommonProblem.NOT_FOUND.because("There is no such service account in the organization"));
    }

    ServiceAccount create(Caller caller, ServiceAccountDraft draft) {
        OrganizationScope scope = caller.scope();
        check(caller, draft.permissions());
        UUID id = Ids.next();
        return transactions.write(scope, () -> {
            checkOwner(scope, draft.ownerId());
            if (store.list(scope, clock.instant()).size() >= MOST_ACCOUNTS) {
                throw CommonProblem.CONFLICT.because(
                        "An organization has at most " + MOST_ACCOUNTS + " service accounts");
            }
            if (!store.insert(scope, id, draft, clock.instant())) {
                throw taken(draft);
            }
            ServiceAccount created = find(scope, id);
            ledger.append(scope, entry("service-account.create", created).change(null, fields(created)));
            return created;
        });
    }

    ServiceAccount change(Caller caller, UUID id, ServiceAccountDraft draft) {
        OrganizationScope scope = caller.scope();
        check(caller, draft.permissions());
        return transactions.write(scope, () -> {
            ServiceAccount before = held(caller, id);
            if (draft.version() != null && draft.version() != before.version()) {
                throw CommonProblem.STALE.because(
                        "The service account is at version " + before.version() + " now, look again");
            }
            checkOwner(scope, draft.ownerId());
            try {
                store.update(scope, id, draft);
            } catch (DuplicateKeyException e) {
                throw taken(draft);
            }
            ServiceAccount after = find(scope, id);
            ledger.append(scope, entry("service-account.change", after).change(fields(before), fields(after)));
            return after;
        });
    }

    /** Stops all of its keys. Whoever manages keys may stop any program, also one that may do more than they. */
    ServiceAccount suspend(Caller caller, UUID id, String reason) {
        return transactions.write(
                caller.scope(), () -> setState(caller, locked(caller, id), ServiceAccount.State.SUSPENDED, reason));
    }

    ServiceAccount resume(Caller caller, UUID id) {
        return transactions.write(
                caller.scope(), () -> setState(caller, held(caller, id), ServiceAccount.State.ACTIVE, null));
    }

    /** Deletes it with its keys; the book keeps its name. */
    void delete(Caller caller, UUID id, String reason) {
        OrganizationScope scope = caller.scope();
        transactions.write(scope, () -> {
            ServiceAccount before = held(caller, id);
            store.delete(scope, id);
            ledger.append(
                    scope,
                    entry("service-account.delete", before).because(reason).change(fields(before), null));
        });
    }

    /** The account, locked, when the caller holds all that it allows; in the caller's open transaction. */
    ServiceAccount held(Caller caller, UUID id) {
        ServiceAccount account = locked(caller, id);
        OrganizationKind kind = organizations.of(caller.scope()).kind();
        RoleRules.checkHeld(demanded(account.permissions(), kind), caller);
        return account;
    }

    private ServiceAccount locked(Caller caller, UUID id) {
        store.lock(caller.scope(), id);
        return find(caller.scope(), id);
    }

    private ServiceAccount setState(
            Caller caller, ServiceAccount before, ServiceAccount.State state, @Nullable String reason) {
        OrganizationScope scope = caller.scope();
        if (before.state() == state) {
            throw CommonProblem.CONFLICT.because(before.name() + " is " + state + " already");
        }
        boolean suspend = state == ServiceAccount.State.SUSPENDED;
        store.suspend(scope, before.id(), suspend ? clock.instant() : null);
        ledger.append(
                scope,
                entry(suspend ? "service-account.suspend" : "service-account.resume", before)
                        .because(reason)
                        .change(Map.of("state", before.state().name()), Map.of("state", state.name())));
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
        return find(scope, before.id());
    }

    private void check(Caller caller, Set<Permission> permissions) {
        if (!Collections.disjoint(permissions, Program.FOR_PEOPLE)) {
            throw new ProblemException(
                    CommonProblem.INVALID,
                    "Some permissions are for people only",
                    List.of(new ProblemException.FieldError(
                            "permissions",
                            "must be without "
                                    + Program.FOR_PEOPLE.stream()
                                            .map(Permission::code)
                                            .toList())));
        }
        OrganizationKind kind = organizations.of(caller.scope()).kind();
        RoleRules.checkPermissions(demanded(permissions, kind), kind, caller);
    }

    /** What its maker must hold: whoever provisions people decides who administers the organization. */
    private static Set<Permission> demanded(Collection<Permission> permissions, OrganizationKind kind) {
        Set<Permission> demanded = EnumSet.noneOf(Permission.class);
        demanded.addAll(permissions);
        if (demanded.remove(Permission.PEOPLE_PROVISION)) {
            demanded.addAll(Role.administratorOf(kind).permissions());
        }
        return demanded;
    }

    private void checkOwner(OrganizationScope scope, PersonId owner) {
        members.required(scope, owner);
    }

    private static Map<String, @Nullable Object> fields(ServiceAccount account) {
        return Map.of(
                "name",
                account.name(),
                "purpose",
                account.purpose(),
                "ownerId",
                account.owner().id().toString(),
                "state",
                account.state().name(),
                "permissions",
                account.permissions().stream().map(Enum::name).toList());
    }

    private static NewEntry entry(String action, ServiceAccount account) {
        return NewEntry.of(action, "service-account", account.id(), account.name());
    }

    private static RuntimeException taken(ServiceAccountDraft draft) {
        return CommonProblem.CONFLICT.because("There is a service account named " + draft.plainName() + " already");
    }
}
