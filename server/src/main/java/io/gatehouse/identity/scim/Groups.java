package io.gatehouse.identity.scim;

import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Keeps the directory's groups, and lets hold at once what being in them gives. */
@Service
final class Groups {

    private final Transactions transactions;
    private final GroupStore store;
    private final GroupMembers members;
    private final Provisioning provisioning;
    private final Ledger ledger;
    private final Signals signals;
    private final Clock clock;

    Groups(
            Transactions transactions,
            GroupStore store,
            GroupMembers members,
            Provisioning provisioning,
            Ledger ledger,
            Signals signals,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.members = members;
        this.provisioning = provisioning;
        this.ledger = ledger;
        this.signals = signals;
        this.clock = clock;
    }

    /** Some groups and how many there are. */
    record Found(long total, List<ScimGroup> groups) {}

    Found list(OrganizationScope scope, Listing wanted) {
        return transactions.read(
                scope, () -> new Found(store.count(scope, wanted.filter()), store.list(scope, wanted)));
    }

    /** What the directory has sent, for people. */
    List<GroupStore.Summary> summaries(OrganizationScope scope) {
        return transactions.read(scope, () -> store.summaries(scope, Listing.MOST));
    }

    ScimGroup find(OrganizationScope scope, UUID id) {
        return transactions.read(scope, () -> store.find(scope, id)).orElseThrow(() -> ScimRefusal.notFound("group"));
    }

    ScimGroup create(OrganizationScope scope, GroupAttributes said) {
        UUID id = Ids.next();
        return changed(scope, said, () -> {
            store.insert(scope, id, said, clock.instant());
            ledger.append(scope, entry("provisioned-group.create", id, said).change(null, fields(said)));
            provisioning.reconsider(scope, members.change(scope, id, said.displayName(), said.members()));
            return find(scope, id);
        });
    }

    /** Changes a group; as {@link Users#change}. */
    ScimGroup change(
            OrganizationScope scope, UUID id, @Nullable String expected, UnaryOperator<GroupAttributes> change) {
        ScimGroup seen = find(scope, id);
        GroupAttributes said = change.apply(attributes(seen));
        if (expected == null && said.equals(attributes(seen))) {
            return seen;
        }
        return changed(scope, said, () -> {
            ScimGroup now = locked(scope, id, expected);
            keep(scope, now, change.apply(attributes(now)));
            return find(scope, id);
        });
    }

    /** Deletes a group, and takes what being in it gave. */
    void delete(OrganizationScope scope, UUID id, @Nullable String expected) {
        transactions.<Boolean>installation(scope, () -> {
            GroupAttributes before = attributes(locked(scope, id, expected));
            List<UUID> former = members.all(scope, id);
            store.delete(scope, id);
            ledger.append(scope, entry("provisioned-group.delete", id, before).change(fields(before), null));
            provisioning.reconsider(scope, former);
            return true;
        });
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
    }

    private void keep(OrganizationScope scope, ScimGroup now, GroupAttributes after) {
        UUID id = now.id();
        GroupAttributes before = attributes(now);
        boolean renamed = !fields(before).equals(fields(after));
        List<UUID> moved = members.change(scope, id, after.displayName(), after.members());
        if (renamed || !moved.isEmpty()) {
            store.update(scope, id, after, clock.instant());
        }
        provisioning.reconsider(scope, moved);
        if (renamed) {
            ledger.append(scope, entry("provisioned-group.change", id, after).change(fields(before), fields(after)));
            provisioning.reconsider(scope, members.all(scope, id));
        }
    }

    private ScimGroup locked(OrganizationScope scope, UUID id, @Nullable String expected) {
        store.lock(scope, id);
        ScimGroup now = find(scope, id);
        if (expected != null && !expected.equals("*") && !expected.equals(now.etag())) {
            throw ScimRefusal.stale();
        }
        return now;
    }

    private ScimGroup changed(OrganizationScope scope, GroupAttributes said, Supplier<ScimGroup> work) {
        try {
            ScimGroup group = transactions.installation(scope, work);
            signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
            return group;
        } catch (DuplicateKeyException e) {
            throw ScimRefusal.uniqueness(
                    "Another group has the displayName " + said.displayName() + " or its externalId already");
        }
    }

    private static GroupAttributes attributes(ScimGroup group) {
        return new GroupAttributes(group.displayName(), group.externalId(), MemberChange.NONE);
    }

    private static Map<String, @Nullable Object> fields(GroupAttributes group) {
        return Map.of("displayName", group.displayName(), "externalId", group.externalId());
    }

    private static NewEntry entry(String action, UUID id, GroupAttributes group) {
        return NewEntry.of(action, "provisioned-group", id, group.displayName());
    }
}
