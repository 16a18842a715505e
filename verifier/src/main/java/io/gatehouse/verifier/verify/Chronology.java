package io.gatehouse.verifier.verify;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds entries that claim to be older, or newer, than where they stand allows. */
final class Chronology {

    /** Longer than the longest transaction waits for its place in the log. */
    private static final Duration LATE = Duration.ofHours(1);

    private static final Duration EARLY = Duration.ofMinutes(5);

    private final Findings findings;
    private final @Nullable Kept kept;
    private Instant latest = Instant.MIN;
    private @Nullable Entry latestEntry;

    Chronology(Findings findings, @Nullable Kept kept) {
        this.findings = findings;
        this.kept = kept;
    }

    /** Takes the next entry in the log's order. */
    void inOrder(Entry entry) {
        if (latestEntry != null && entry.recordedAt().isBefore(latest.minus(LATE))) {
            findings.refuse(
                    entry.place(),
                    "it is back-dated: recorded at " + entry.recordedAt() + ", entry " + latestEntry.index()
                            + " before it at " + latest);
        }
        outOfOrder(entry);
    }

    /** Takes an entry that stands apart. */
    void outOfOrder(Entry entry) {
        if (kept != null && entry.index() >= kept.checkpoint().size()) {
            kept.time()
                    .filter(time -> entry.recordedAt().isBefore(time.minus(LATE)))
                    .ifPresent(time -> findings.refuse(
                            entry.place(),
                            "it is back-dated: recorded at " + entry.recordedAt()
                                    + ", and the checkpoint that you kept, of " + time + ", does not have it"));
        }
        if (entry.recordedAt().isAfter(latest)) {
            latest = entry.recordedAt();
            latestEntry = entry;
        }
    }

    /** Compares all entries with the time of the checkpoint over them. */
    void sealedAt(Instant time) {
        if (latestEntry != null && latest.isAfter(time.plus(EARLY))) {
            findings.refuse(latestEntry.place(), "it is recorded at " + latest + ", after the checkpoint of " + time);
        }
    }
}
