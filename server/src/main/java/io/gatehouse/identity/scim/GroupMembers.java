package io.gatehouse.identity.scim;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Gatherers;
import org.springframework.stereotype.Component;

/** Who is in the directory's groups. */
@Component
final class GroupMembers {

    /** SCIM has no pages within a group; more are not listed at once. */
    static final int MOST_LISTED = 10_000;

    /** How many an entry of the book names. */
    private static final int NAMED = 1_000;

    private final Transactions transactions;
    private final GroupStore groups;
    private final GroupMemberStore store;
    private final Ledger ledger;

    GroupMembers(Transactions transactions, GroupStore groups, GroupMemberStore store, Ledger ledger) {
        this.transactions = transactions;
        this.groups = groups;
        this.store = store;
        this.ledger = ledger;
    }

    /**
     * All members.
     *
     * @throws ScimRefusal when they are more than are listed: a directory that took some for all would remove the others
     */
    List<PersonRef> list(OrganizationScope scope, ScimGroup group, int most) {
        List<PersonRef> members = transactions.read(scope, () -> groups.members(scope, group.id(), most + 1));
        if (members.size() > most) {
            throw ScimRefusal.tooMany("At most " + MOST_LISTED + " members are listed in one answer, and with those of "
                    + group.displayName() + " there are more: ask with excludedAttributes=members");
        }
        return members;
    }

    /** Whether there are few enough to be listed. */
    boolean areListed(OrganizationScope scope, ScimGroup group) {
        return transactions
                        .read(scope, () -> groups.members(scope, group.id(), MOST_LISTED + 1))
                        .size()
                <= MOST_LISTED;
    }

    /** All, by id. */
    List<UUID> all(OrganizationScope scope, UUID group) {
        return store.all(scope, group);
    }

    /** Lets the change be, and writes it into the book; answers who joined and left. In the caller's open transaction. */
    List<UUID> change(OrganizationScope scope, UUID group, String name, MemberChange change) {
        store.stranger(scope, change.added()).ifPresent(stranger -> {
            throw ScimRefusal.invalidValue("members must be users of the organization; there is no user " + stranger);
        });
        List<UUID> left = change.others() == MemberChange.Others.GO
                ? store.removeOthers(scope, group, change.added())
                : store.remove(scope, group, change.removed());
        List<UUID> joined = store.add(scope, group, change.added());
        told(scope, "provisioned-group.add-members", group, name, joined);
        told(scope, "provisioned-group.remove-members", group, name, left);
        List<UUID> moved = new ArrayList<>(joined);
        moved.addAll(left);
        return moved;
    }

    private void told(OrganizationScope scope, String action, UUID group, String name, Collection<UUID> people) {
        ledger.append(
                scope,
                people.stream()
                        .map(UUID::toString)
                        .gather(Gatherers.windowFixed(NAMED))
                        .map(some -> NewEntry.of(action, "provisioned-group", group, name)
                                .change(null, Map.of("people", some)))
                        .toList());
    }
}
