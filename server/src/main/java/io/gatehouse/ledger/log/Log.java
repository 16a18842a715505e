package io.gatehouse.ledger.log;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.checkpoint.LogKeys;
import io.gatehouse.ledger.tree.Merkle;
import io.gatehouse.ledger.tree.Paths;
import io.gatehouse.ledger.tree.Range;
import io.gatehouse.ledger.tree.Subtree;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The log of each organization, and the log of logs. */
@Service
final class Log {

    private final Transactions transactions;
    private final LogStore store;
    private final LogKeys keys;

    Log(Transactions transactions, LogStore store, LogKeys keys) {
        this.transactions = transactions;
        this.store = store;
        this.keys = keys;
    }

    String checkpoint(OrganizationScope scope) {
        return transactions.read(scope, () -> latest(scope).text());
    }

    /** Verifier keys, one a line. */
    String keys(OrganizationScope scope) {
        LogStore.Tree tree = transactions.read(scope, () -> store.tree(scope).orElseThrow(Log::notBegun));
        return String.join("\n", keys.published(tree.origin(), tree.firstKey())) + "\n";
    }

    byte[] tile(OrganizationScope scope, TilePath path) {
        List<byte[]> rows = transactions.read(
                scope,
                () -> path.level() == null
                        ? store.entries(scope, path.first(), path.width())
                        : store.hashes(scope, path.level(), path.first(), path.width()));
        if (rows.size() < path.width()) {
            throw CommonProblem.NOT_FOUND.because(
                    "The log is not that large yet, or entries of this tile were dropped; its checkpoint tells its size");
        }
        return path.level() == null ? prefixed(rows) : joined(rows);
    }

    String proof(OrganizationScope scope, long index) {
        return transactions.read(scope, () -> {
            LogStore.Note checkpoint = latest(scope);
            if (index < 0 || index >= checkpoint.size()) {
                throw CommonProblem.NOT_FOUND.because(
                        "index must be 0 to " + (checkpoint.size() - 1) + ", not " + index);
            }
            return inclusion(scope, index, store.entries(scope, index, 1).getFirst(), checkpoint);
        });
    }

    /** That this leaf, whose bytes are known, is in the tree. */
    String proof(OrganizationScope scope, UUID leaf, byte[] bytes) {
        return transactions.read(scope, () -> {
            long index = store.index(scope, leaf).orElseThrow(Log::notSequenced);
            return inclusion(scope, index, bytes, latest(scope));
        });
    }

    long index(OrganizationScope scope, UUID entry) {
        return transactions.read(scope, () -> store.index(scope, entry).orElseThrow(() -> withoutIndex(scope, entry)));
    }

    /** @param to size of a checkpoint; null is the latest */
    String consistency(OrganizationScope scope, long from, @Nullable Long to) {
        return transactions.read(scope, () -> {
            LogStore.Note checkpoint = to == null
                    ? latest(scope)
                    : store.ofSize(scope, to)
                            .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no checkpoint of size " + to));
            if (from < 0 || from > checkpoint.size()) {
                throw ProblemException.invalid("from", "must be 0 to " + checkpoint.size() + ", not " + from);
            }
            return Proof.consistency(from, hashes(scope, Paths.consistency(from, checkpoint.size())), checkpoint);
        });
    }

    private LogStore.Note latest(OrganizationScope scope) {
        return store.latest(scope).orElseThrow(Log::notBegun);
    }

    private static ProblemException notBegun() {
        return CommonProblem.NOT_FOUND.because("The log has no checkpoint yet; it gets one within seconds");
    }

    private ProblemException withoutIndex(OrganizationScope scope, UUID entry) {
        return store.exists(scope, entry)
                ? notSequenced()
                : CommonProblem.NOT_FOUND.because("There is no such entry in the ledger");
    }

    private static ProblemException notSequenced() {
        return CommonProblem.CONFLICT.because("It is not in the tree yet; it gets there within seconds");
    }

    private String inclusion(OrganizationScope scope, long index, byte[] bytes, LogStore.Note checkpoint) {
        return Proof.inclusion(index, bytes, hashes(scope, Paths.inclusion(index, checkpoint.size())), checkpoint);
    }

    private List<byte[]> hashes(OrganizationScope scope, List<Range> ranges) {
        List<List<Subtree>> parts = ranges.stream().map(Range::subtrees).toList();
        Iterator<List<byte[]>> found = store.hashes(
                        scope, parts.stream().flatMap(List::stream).toList())
                .iterator();
        List<byte[]> hashes = new ArrayList<>();
        for (List<Subtree> part : parts) {
            hashes.add(Merkle.fold(
                    part.stream().map(_ -> Merkle.perfect(found.next())).toList()));
        }
        return hashes;
    }

    private static byte[] joined(List<byte[]> hashes) {
        ByteBuffer buffer = ByteBuffer.allocate(hashes.size() * Merkle.HASH_BYTES);
        hashes.forEach(buffer::put);
        return buffer.array();
    }

    /** Each entry after its length in two bytes. */
    private static byte[] prefixed(List<byte[]> entries) {
        ByteBuffer buffer = ByteBuffer.allocate(
                entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum());
        entries.forEach(entry -> buffer.putShort((short) entry.length).put(entry));
        return buffer.array();
    }
}
