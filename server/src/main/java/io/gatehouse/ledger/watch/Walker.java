package io.gatehouse.ledger.watch;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.checkpoint.LogKeys;
import io.gatehouse.ledger.tree.Edge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Goes through one organization's book in parts, each a transaction that also notes how far it came. */
@Component
final class Walker {

    /** Leaves, and entries, in one part; bounds the memory that large entries take. */
    static final int PART = 500;

    /** By then an entry's transaction is long over, and its entry queued or sequenced. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final WalkStore walks;
    private final BookRows rows;
    private final LeafCheck leaves;
    private final QueueCheck queue;
    private final LogKeys keys;
    private final Alarms alarms;
    private final Clock clock;

    Walker(
            Transactions transactions,
            WalkStore walks,
            BookRows rows,
            LeafCheck leaves,
            QueueCheck queue,
            LogKeys keys,
            Alarms alarms,
            Clock clock) {
        this.transactions = transactions;
        this.walks = walks;
        this.rows = rows;
        this.leaves = leaves;
        this.queue = queue;
        this.keys = keys;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Where a part left off, and whether there was nothing left. */
    private record Step(Position position, boolean isLast, List<Mismatch> found) {}

    /**
     * Goes at most so many parts.
     *
     * @return parts that are left
     */
    int walk(OrganizationId organization, Walk walk, int parts) {
        OrganizationScope scope = OrganizationScope.system(organization);
        boolean finished = false;
        int left = parts;
        while (left > 0 && !finished) {
            finished = transactions.installation(scope, () -> part(scope, walk));
            left--;
        }
        return left;
    }

    private boolean part(OrganizationScope scope, Walk walk) {
        Instant now = clock.instant();
        Position position = walks.position(scope, walk).orElseGet(Position::start);
        List<Mismatch> found = new ArrayList<>();
        Step tree = tree(scope, position);
        Step entries = entries(scope, tree.position(), now.minus(GRACE));
        found.addAll(tree.found());
        found.addAll(entries.found());
        found.addAll(queue.strange(scope));
        alarms.raise(scope, found);
        boolean finished = tree.isLast() && entries.isLast();
        boolean again = finished && walk == Walk.WHOLE;
        walks.save(scope, walk, again ? Position.start() : entries.position(), now, finished ? now : null);
        return finished;
    }

    private Step tree(OrganizationScope scope, Position from) {
        BookRows.Head head = rows.head(scope);
        if (head.size() < from.size()) {
            Mismatch shorter = new Mismatch(
                    Finding.TREE_SHORTENED,
                    "size " + from.size(),
                    null,
                    "The tree had " + from.size() + " entries and has " + head.size());
            Position again = new Position(Edge.empty(), from.entriesAt(), from.entriesId());
            return new Step(again, head.size() == 0, List.of(shorter));
        }
        if (head.size() == from.size()) {
            return new Step(from, true, ends(head));
        }
        return grow(scope, from, head);
    }

    private Step grow(OrganizationScope scope, Position from, BookRows.Head head) {
        Optional<BookRows.Tree> tree = rows.tree(scope);
        if (tree.isEmpty()) {
            return new Step(
                    from,
                    true,
                    List.of(new Mismatch(
                            Finding.CHECKPOINT_CHANGED, "tree", null, "The row that names the tree is gone")));
        }
        long end = Math.min(from.size() + PART, head.size());
        List<BookRows.Leaf> all = rows.leaves(scope, from.size(), end);
        List<BookRows.Leaf> contiguous = contiguous(all, from.size());
        long reached = from.size() + contiguous.size();
        TreeCheck check = new TreeCheck(
                tree.get().origin(),
                keys.verifier(tree.get().origin(), tree.get().firstKey()),
                from.edge());
        List<Mismatch> found = new ArrayList<>(leaves.check(scope, all));
        found.addAll(check.grow(scope, rows, contiguous, rows.checkpoints(scope, from.size(), reached)));
        Position position = new Position(check.edge(), from.entriesAt(), from.entriesId());
        return reached == end
                ? new Step(position, end == head.size(), withEnd(found, head, end))
                : beyondGap(scope, position, found);
    }

    private static List<Mismatch> withEnd(List<Mismatch> found, BookRows.Head head, long end) {
        if (end == head.size()) {
            found.addAll(ends(head));
        }
        return found;
    }

    private static List<BookRows.Leaf> contiguous(List<BookRows.Leaf> leaves, long first) {
        int count = 0;
        while (count < leaves.size() && leaves.get(count).index() == first + count) {
            count++;
        }
        return leaves.subList(0, count);
    }

    /** Nothing can be derived over a gap: goes on behind the next checkpoint, from what that says. */
    private Step beyondGap(OrganizationScope scope, Position before, List<Mismatch> found) {
        found.add(Mismatch.at(
                Finding.LEAF_MISSING, before.size(), "The tree has no leaf " + before.size() + " any more"));
        Optional<Edge> next = rows.checkpointAbove(scope, before.size())
                .filter(TreeCheck::isWhole)
                .map(checkpoint -> Edge.of(checkpoint.size(), checkpoint.edge()));
        return next.map(edge -> new Step(new Position(edge, before.entriesAt(), before.entriesId()), false, found))
                .orElseGet(() -> new Step(before, true, found));
    }

    /** A batch writes the last leaf and its checkpoint together. */
    private static List<Mismatch> ends(BookRows.Head head) {
        if (head.leaves() == head.size()) {
            return List.of();
        }
        return List.of(
                head.leaves() < head.size()
                        ? Mismatch.at(
                                Finding.LEAF_MISSING,
                                head.leaves(),
                                "The tree ends before leaf " + head.leaves() + "; its checkpoint has " + head.size())
                        : Mismatch.checkpoint(
                                Finding.CHECKPOINT_CHANGED,
                                head.leaves(),
                                "The checkpoint over all " + head.leaves() + " leaves is gone"));
    }

    private Step entries(OrganizationScope scope, Position from, Instant until) {
        if (!until.isAfter(from.entriesAt())) {
            return new Step(from, true, List.of());
        }
        List<QueueCheck.Entry> part = queue.entries(scope, from, until, PART);
        boolean isLast = part.size() < PART;
        Position position = isLast
                ? new Position(from.edge(), until, new UUID(-1, -1))
                : new Position(
                        from.edge(), part.getLast().recordedAt(), part.getLast().id());
        return new Step(position, isLast, QueueCheck.unknown(part));
    }
}
