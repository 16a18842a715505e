package io.gatehouse.santa.policy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What publishing a key does to one layer. */
final class Change {

    private Change() {}

    /**
     * The entry to write; empty when devices need not be told.
     *
     * @param before the layer's entry so far
     * @param sequence of this publication for this key
     */
    static Optional<LayerEntry> of(
            UUID layer, RuleKey key, @Nullable LayerEntry before, List<Candidate> candidates, long sequence) {
        Candidate winner = Ranking.of(candidates).map(Ranking::winner).orElse(null);
        if (winner == null) {
            return before == null || before.removed()
                    ? Optional.empty()
                    : Optional.of(LayerEntry.tombstone(layer, key, sequence));
        }
        if (before == null || before.removed() || !before.content().equals(winner.content())) {
            return Optional.of(LayerEntry.of(layer, key, sequence, winner));
        }
        // Another rule says the same: the book-keeping follows it, devices notice nothing.
        return Objects.equals(before.ruleId(), winner.ruleId())
                ? Optional.empty()
                : Optional.of(LayerEntry.of(layer, key, before.sequence(), winner));
    }
}
