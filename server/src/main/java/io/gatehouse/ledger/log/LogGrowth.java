package io.gatehouse.ledger.log;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.ledger.checkpoint.Checkpoint;
import io.gatehouse.ledger.tree.Paths;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What witnesses are shown of a log. Reads in the caller's open transaction. */
@Component
public final class LogGrowth {

    private final LogStore store;
    private final RangeHashes hashes;

    LogGrowth(LogStore store, RangeHashes hashes) {
        this.store = store;
        this.hashes = hashes;
    }

    /**
     * That the latest checkpoint goes on from an earlier tree.
     *
     * @param from size of that
     * @param request body of a C2SP tlog-witness add-checkpoint request
     */
    public record Growth(long from, Checkpoint checkpoint, String request) {}

    /** From a tree of that size, or the latest itself where that is smaller; nothing before the first checkpoint. */
    public Optional<Growth> since(OrganizationScope scope, long size) {
        return store.latest(scope).map(note -> {
            long from = Math.min(size, note.size());
            return new Growth(
                    from,
                    read(note.text()),
                    Proof.consistency(from, hashes.of(scope, Paths.consistency(from, note.size())), note));
        });
    }

    /** What a log is called, and the version of the key that first signed it. */
    public record Name(String origin, int firstKey) {}

    /** Nothing before the first checkpoint. */
    public Optional<Name> name(OrganizationScope scope) {
        return store.tree(scope).map(tree -> new Name(tree.origin(), tree.firstKey()));
    }

    /** Size of the latest checkpoint; 0 before the first. */
    public long size(OrganizationScope scope) {
        return store.latest(scope).map(LogStore.Note::size).orElse(0L);
    }

    private static Checkpoint read(String note) {
        List<String> lines = note.lines().limit(3).toList();
        return new Checkpoint(
                lines.get(0), Long.parseLong(lines.get(1)), Base64.getDecoder().decode(lines.get(2)));
    }
}
