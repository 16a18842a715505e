package io.gatehouse.ledger.log;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.checkpoint.LogKeys;
import io.gatehouse.ledger.tree.Merkle;
import io.gatehouse.ledger.tree.Paths;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The log of each organization, and the log of logs. */
@Service
final class Log {

    private final Transactions transactions;
    private final LogStore store;
    private final RangeHashes hashes;
    private final LogKeys keys;
    private final Published published;

    Log(Transactions transactions, LogStore store, RangeHashes hashes, LogKeys keys, Published published) {
        this.transactions = transactions;
        this.store = store;
        this.hashes = hashes;
        this.keys = keys;
        this.published = published;
    }

    String checkpoint(OrganizationScope scope) {
        return transactions.read(scope, () -> published.latest(scope).text());
    }

    /** Verifier keys, one a line. */
    String keys(OrganizationScope scope) {
        LogStore.Tree tree = transactions.read(scope, () -> store.tree(scope).orElseThrow(Published::notBegun));
        return String.join("\n", keys.published(tree.origin(), tree.firstKey())) + "\n";
    }

    byte[] tile(OrganizationScope scope, TilePath path) {
        List<byte[]> rows = transactions.read(
                scope,
                () -> path.level() == null
                        ? store.entries(scope, path.first(), path.width())
                        : store.hashes(scope, path.level(), path.first(), path.width()));
        if (rows.size() < path.width()) {
            throw CommonProblem.NOT_FOUND.because("The log is not that large yet; its checkpoint tells its size");
        }
        return path.level() == null ? prefixed(rows) : joined(rows);
    }

    String proof(OrganizationScope scope, long index) {
        return transactions.read(scope, () -> {
            LogStore.Note checkpoint = published.covering(scope, index);
            byte[] entry = store.entry(scope, index)
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because(
                            "Entry " + index + " was dropped; an export proves by whose order"));
            return inclusion(scope, index, entry, checkpoint);
        });
    }

    /** That this leaf, whose bytes are known, is in the tree. */
    String proof(OrganizationScope scope, UUID leaf, byte[] bytes) {
        return transactions.read(scope, () -> {
            long index = store.index(scope, leaf).orElseThrow(Log::notSequenced);
            return inclusion(scope, index, bytes, published.covering(scope, index));
        });
    }

    long index(OrganizationScope scope, UUID entry) {
        return transactions.read(scope, () -> store.index(scope, entry).orElseThrow(() -> withoutIndex(scope, entry)));
    }

    /** @param to size of a checkpoint; null is the latest */
    String consistency(OrganizationScope scope, long from, @Nullable Long to) {
        return transactions.read(scope, () -> {
            LogStore.Note checkpoint = to == null
                    ? published.latest(scope)
                    : store.ofSize(scope, to)
                            .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no checkpoint of size " + to));
            if (from < 0 || from > checkpoint.size()) {
                throw ProblemException.invalid("from", "must be 0 to " + checkpoint.size() + ", not " + from);
            }
            return Proof.consistency(from, hashes.of(scope, Paths.consistency(from, checkpoint.size())), checkpoint);
        });
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
        return Proof.inclusion(index, bytes, hashes.of(scope, Paths.inclusion(index, checkpoint.size())), checkpoint);
    }

    private static byte[] joined(List<byte[]> hashes) {
        ByteBuffer buffer = ByteBuffer.allocate(hashes.size() * Merkle.HASH_BYTES);
        hashes.forEach(buffer::put);
        return buffer.array();
    }

    /** Each entry after its length in two bytes, which is 0 for one that was dropped. */
    private static byte[] prefixed(List<byte[]> entries) {
        ByteBuffer buffer = ByteBuffer.allocate(
                entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum());
        entries.forEach(entry -> buffer.putShort((short) entry.length).put(entry));
        return buffer.array();
    }
}
