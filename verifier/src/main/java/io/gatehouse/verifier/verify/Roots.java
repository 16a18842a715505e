package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.format.EntryLine;
import io.gatehouse.verifier.merkle.CompactRange;
import io.gatehouse.verifier.merkle.Hash;
import io.gatehouse.verifier.merkle.Proofs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The root that lines give: one tree over all of them, or the root that each line's own proof leads to. */
final class Roots {

    /** How many different roots, and lines of each, are remembered to be named. */
    private static final int MOST = 100;

    private final long size;
    private final long keptSize;
    private final Findings findings;
    private final CompactRange range = new CompactRange();
    private final Map<Hash, List<Place>> proven = new LinkedHashMap<>();
    private @Nullable Hash keptRoot;

    /** @param keptSize size of the checkpoint that was kept, −1 if none was */
    Roots(long size, long keptSize, Findings findings) {
        this.size = size;
        this.keptSize = keptSize;
        this.findings = findings;
        rememberKept();
    }

    void take(Place place, EntryLine line) {
        if (line.proof() == null) {
            range.append(line.leaf());
            rememberKept();
            return;
        }
        Optional<Hash> root = Proofs.rootByInclusion(line.index(), size, line.leaf(), line.proof());
        if (root.isEmpty()) {
            findings.refuse(place, "its proof is not one for that index in a tree of " + size);
        } else if (proven.containsKey(root.get()) || proven.size() < MOST) {
            List<Place> places = proven.computeIfAbsent(root.get(), _ -> new ArrayList<>());
            if (places.size() < MOST) {
                places.add(place);
            }
        } else {
            findings.refuse(place, "its proof does not lead to the root of the checkpoint");
        }
    }

    /** Compares with the checkpoint's root. */
    void compare(boolean whole, Hash root) {
        if (whole && !range.root().equals(root)) {
            findings.refuse("the entries do not give the root of the checkpoint: some were changed together with their"
                    + " leaf hashes, or it is another log's checkpoint");
        }
        proven.forEach((other, places) -> {
            if (!other.equals(root)) {
                places.forEach(
                        place -> findings.refuse(place, "its proof does not lead to the root of the checkpoint"));
            }
        });
    }

    /** The root at the size that was kept, if lines gave it. */
    @Nullable
    Hash keptRoot() {
        return keptRoot;
    }

    private void rememberKept() {
        if (range.size() == keptSize) {
            keptRoot = range.root();
        }
    }
}
