package io.gatehouse.identity.scim;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Provisioning provisioning;
    private final Ledger ledger;
    private final Signals signals;
    private final Clock clock;

    Groups(
            Transactions transactions,
            GroupStore store,
            Provisioning provisioning,
            Ledger ledger,
            Signals signals,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
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

    List<PersonRef> members(OrganizationScope scope, UUID id) {
        return transactions.read(scope, () -> store.members(scope, id));
    }

    ScimGroup create(OrganizationScope scope, GroupAttributes said) {
        UUID id = Ids.next();
        return changed(scope, said, () -> {
            store.insert(scope, id, said, clock.instant());
            ledger.append(scope, entry("provisioned-group.create", id, said).change(null, fields(said)));
            join(scope, id, said, said.members());
            return find(scope, id);
        });
    }

    /** Changes a group; as {@link Users#change}. */
    ScimGroup change(
            OrganizationScope scope, UUID id, @Nullable String expected, UnaryOperator<GroupAttributes> change) {
        GroupAttributes seen = attributes(find(scope, id), members(scope, id));
        GroupAttributes said = change.apply(seen);
        if (expected == null && said.equals(seen)) {
            return find(scope, id);
        }
        return changed(scope, said, () -> {
            ScimGroup now = locked(scope, id, expected);
            List<PersonRef> members = store.members(scope, id);
            GroupAttributes before = attributes(now, members);
            GroupAttributes after = change.apply(before);
            if (!after.equals(before)) {
                store.update(scope, id, after, clock.instant());
                keep(scope, id, before, after, members);
            }
            return find(scope, id);
        });
    }

    /** Deletes a group, and takes what being in it gave. */
    void delete(OrganizationScope scope, UUID id, @Nullable String expected) {
        transactions.<Boolean>installation(scope, () -> {
            ScimGroup group = locked(scope, id, expected);
            List<PersonRef> members = store.members(scope, id);
            store.delete(scope, id);
            GroupAttributes before = attributes(group, members);
            ledger.append(scope, entry("provisioned-group.delete", id, before).change(fields(before), null));
            members.forEach(person -> provisioning.reconsider(scope, person));
            return true;
        });
        signals.announce(scope.organization(), Signals.Topic.PEOPLE, 1);
    }

    private void keep(
            OrganizationScope scope, UUID id, GroupAttributes before, GroupAttributes after, List<PersonRef> members) {
        if (!fields(before).equals(fields(after))) {
            ledger.append(scope, entry("provisioned-group.change", id, after).change(fields(before), fields(after)));
            members.forEach(person -> provisioning.reconsider(scope, person));
        }
        join(scope, id, after, without(after.members(), before.members()));
        leave(scope, id, after, without(before.members(), after.members()), members);
    }

    private void join(OrganizationScope scope, UUID id, GroupAttributes group, Set<UUID> ids) {
        List<PersonRef> people = store.users(scope, ids);
        if (people.size() < ids.size()) {
            Set<UUID> unknown = new HashSet<>(ids);
            people.forEach(person -> unknown.remove(person.id().value()));
            throw ScimRefusal.invalidValue("members must be users of the organization; there is no user "
                    + unknown.iterator().next());
        }
        if (!people.isEmpty()) {
            store.add(scope, id, ids);
            told(scope, "provisioned-group.add-members", id, group, people);
        }
    }

    private void leave(
            OrganizationScope scope, UUID id, GroupAttributes group, Set<UUID> ids, List<PersonRef> members) {
        if (!ids.isEmpty()) {
            store.remove(scope, id, ids);
            List<PersonRef> gone = members.stream()
                    .filter(person -> ids.contains(person.id().value()))
                    .toList();
            told(scope, "provisioned-group.remove-members", id, group, gone);
        }
    }

    private void told(
            OrganizationScope scope, String action, UUID id, GroupAttributes group, Collection<PersonRef> people) {
        ledger.append(
                scope,
                entry(action, id, group)
                        .change(
                                null,
                                Map.of(
                                        "people",
                                        people.stream()
                                                .map(person -> person.id().toString())
                                                .toList())));
        people.forEach(person -> provisioning.reconsider(scope, person));
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

    private static GroupAttributes attributes(ScimGroup group, List<PersonRef> members) {
        Set<UUID> ids = new LinkedHashSet<>();
        members.forEach(person -> ids.add(person.id().value()));
        return new GroupAttributes(group.displayName(), group.externalId(), ids);
    }

    private static Set<UUID> without(Set<UUID> all, Set<UUID> some) {
        Set<UUID> rest = new LinkedHashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private static Map<String, @Nullable Object> fields(GroupAttributes group) {
        return Map.of("displayName", group.displayName(), "externalId", group.externalId());
    }

    private static NewEntry entry(String action, UUID id, GroupAttributes group) {
        return NewEntry.of(action, "provisioned-group", id, group.displayName());
    }
}
