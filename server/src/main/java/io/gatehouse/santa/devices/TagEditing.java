package io.gatehouse.santa.devices;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.santa.ChangedFields;
import io.gatehouse.santa.ScopeChoice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Makes, changes, orders and deletes tags. */
@Component
final class TagEditing {

    /** Most tags of an organization; policies are made of their combinations. */
    static final int MAXIMUM = 500;

    private final Transactions transactions;
    private final TagStore store;
    private final List<ScopeUse> uses;
    private final DeviceEditing devices;
    private final Ledger ledger;

    TagEditing(Transactions transactions, TagStore store, List<ScopeUse> uses, DeviceEditing devices, Ledger ledger) {
        this.transactions = transactions;
        this.store = store;
        this.uses = uses;
        this.devices = devices;
        this.ledger = ledger;
    }

    List<Tag> all(OrganizationScope scope) {
        return transactions.read(scope, () -> store.all(scope.organization()));
    }

    /** The new tag comes last. */
    Tag create(OrganizationScope scope, TagInput input) {
        TagInput.Checked checked = input.checked();
        return unique(
                checked,
                () -> transactions.write(scope, () -> {
                    List<Tag> present = store.all(scope.organization());
                    if (present.size() >= MAXIMUM) {
                        throw CommonProblem.CONFLICT.because("An organization has at most " + MAXIMUM + " tags");
                    }
                    int position = present.isEmpty() ? 0 : present.getLast().position() + 1;
                    UUID id = Ids.next();
                    store.insert(scope.organization(), id, checked, position);
                    Tag tag = locked(scope, id);
                    ledger.append(
                            scope,
                            NewEntry.of("tag.create", "tag", id, tag.name()).change(null, tag.facts()));
                    return tag;
                }));
    }

    Tag update(OrganizationScope scope, UUID id, TagInput input) {
        TagInput.Checked checked = input.checked();
        return unique(
                checked,
                () -> transactions.write(scope, () -> {
                    Tag before = locked(scope, id);
                    store.update(scope.organization(), id, checked);
                    Tag after = locked(scope, id);
                    ChangedFields fields = ChangedFields.between(before.facts(), after.facts());
                    if (!fields.isEmpty()) {
                        ledger.append(
                                scope,
                                NewEntry.of("tag.update", "tag", id, after.name())
                                        .change(fields.before(), fields.after()));
                    }
                    return after;
                }));
    }

    /** Takes the tag off its devices and, if forced, everything that hangs on it along. */
    void delete(OrganizationScope scope, UUID id, boolean force) {
        transactions.write(scope, () -> {
            Tag tag = locked(scope, id);
            List<String> used = used(scope, id);
            if (!force && !used.isEmpty()) {
                throw CommonProblem.CONFLICT.because("Tag " + tag.name() + " is used by " + String.join(", ", used)
                        + "; delete it with force to let them go as well");
            }
            devices.takeOff(scope, id);
            uses.forEach(use -> use.scopeGoes(scope, ScopeChoice.tag(id)));
            ledger.append(
                    scope,
                    store.takeOut(scope.organization(), id).stream()
                            .map(TagEditing::entry)
                            .toList());
            store.delete(scope.organization(), id);
            ledger.append(
                    scope, NewEntry.of("tag.delete", "tag", id, tag.name()).change(tag.facts(), null));
        });
    }

    /** Gives all tags a new order, the strongest first. */
    List<Tag> order(OrganizationScope scope, @Nullable List<UUID> ids) {
        List<UUID> wanted = ids == null ? List.of() : ids;
        return transactions.write(scope, () -> {
            List<Tag> before = store.all(scope.organization());
            List<UUID> present = before.stream().map(Tag::id).toList();
            if (wanted.size() != present.size() || !new HashSet<>(wanted).equals(new HashSet<>(present))) {
                throw ProblemException.invalid("ids", "must be all " + present.size() + " tags, each once");
            }
            if (!wanted.equals(present)) {
                store.order(scope.organization(), wanted);
                ledger.append(scope, moves(before, wanted));
                uses.forEach(use -> use.tagOrderChanged(scope));
            }
            return store.all(scope.organization());
        });
    }

    private List<String> used(OrganizationScope scope, UUID id) {
        List<String> used = new ArrayList<>();
        uses.forEach(use -> use.use(scope, ScopeChoice.tag(id)).ifPresent(used::add));
        store.enrolments(scope.organization(), id).forEach(name -> used.add("enrolment " + name));
        return used;
    }

    private Tag locked(OrganizationScope scope, UUID id) {
        return store.lock(scope.organization(), id)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no tag " + id));
    }

    private static NewEntry entry(TagStore.Giving enrolment) {
        return NewEntry.of("enrolment.tags", "enrolment", enrolment.id(), enrolment.name())
                .because("Its tag is gone")
                .change(tagIds(enrolment.before()), tagIds(enrolment.after()));
    }

    private static Map<String, @Nullable Object> tagIds(List<UUID> tags) {
        return Map.of("tagIds", tags.stream().map(UUID::toString).toList());
    }

    private static List<NewEntry> moves(List<Tag> tags, List<UUID> order) {
        return tags.stream()
                .filter(tag -> tag.position() != order.indexOf(tag.id()))
                .map(tag -> NewEntry.of("tag.order", "tag", tag.id(), tag.name())
                        .change(Map.of("position", tag.position()), Map.of("position", order.indexOf(tag.id()))))
                .toList();
    }

    private static Tag unique(TagInput.Checked tag, Supplier<Tag> work) throws ProblemException {
        try {
            return work.get();
        } catch (DuplicateKeyException e) {
            throw CommonProblem.CONFLICT.because("There is a tag " + tag.name() + " already");
        }
    }
}
