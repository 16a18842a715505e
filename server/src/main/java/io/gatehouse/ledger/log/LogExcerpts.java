package io.gatehouse.ledger.log;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.ledger.tree.Paths;
import io.gatehouse.ledger.tree.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an export takes from a log. Reads in the caller's open transaction. */
@Component
public final class LogExcerpts {

    private final LogStore store;
    private final RangeHashes hashes;
    private final Published published;

    LogExcerpts(LogStore store, RangeHashes hashes, Published published) {
        this.store = store;
        this.hashes = hashes;
        this.published = published;
    }

    /**
     * Where a log stands.
     *
     * @param firstKey version of the key that first signed it
     * @param note the latest checkpoint that may be shown, signed
     */
    public record Head(String origin, int firstKey, long size, String note) {}

    /** A checkpoint, and the proof that a later tree goes on from its. */
    public record Handover(String note, List<byte[]> proof) {}

    /** Nothing until the first entry is in the tree, and has the witnesses that the policy demands. */
    public Optional<Head> head(OrganizationScope scope) {
        return published
                .find(scope)
                .flatMap(note -> store.tree(scope)
                        .map(tree -> new Head(tree.origin(), tree.firstKey(), note.size(), note.text())));
    }

    /** Proofs that these leaves are in the tree of that size, of each in its turn. */
    public List<List<byte[]>> inclusion(OrganizationScope scope, List<Long> indexes, long size) {
        List<List<Range>> paths =
                indexes.stream().map(index -> Paths.inclusion(index, size)).toList();
        List<Range> ranges = List.copyOf(
                paths.stream().collect(LinkedHashSet<Range>::new, LinkedHashSet::addAll, LinkedHashSet::addAll));
        List<byte[]> found = hashes.of(scope, ranges);
        Map<Range, byte[]> byRange = new HashMap<>();
        for (int i = 0; i < ranges.size(); i++) {
            byRange.put(ranges.get(i), found.get(i));
        }
        return paths.stream()
                .map(path -> path.stream().map(byRange::get).toList())
                .toList();
    }

    /** Proof that the tree of one size goes on from that of the other. */
    public List<byte[]> consistency(OrganizationScope scope, long from, long size) {
        return hashes.of(scope, Paths.consistency(from, size));
    }

    /** By which whoever trusts the first key comes to trust those after it, in order. */
    public List<Handover> handovers(OrganizationScope scope, long size) {
        List<Handover> handovers = new ArrayList<>();
        for (LogStore.Note note : store.handovers(scope, size)) {
            handovers.add(new Handover(note.text(), consistency(scope, note.size(), size)));
        }
        return handovers;
    }
}
