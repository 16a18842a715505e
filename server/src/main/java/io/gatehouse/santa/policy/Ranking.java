package io.gatehouse.santa.policy;

import io.gatehouse.santa.ScopeKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The rule in force for one key among those that reach a device, and those that it beats, see {@link Strength}.
 *
 * @param others best first
 */
record Ranking(Candidate winner, List<Candidate> others) {

    /** Decides; empty when nothing applies. */
    static Optional<Ranking> of(List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        List<Candidate> sorted = candidates.stream()
                .sorted(Comparator.comparing(Candidate::strength))
                .toList();
        return Optional.of(new Ranking(sorted.getFirst(), sorted.subList(1, sorted.size())));
    }

    /** Why the winner is in force. */
    String whyItWins() {
        if (others.isEmpty()) {
            return "The only rule for this identifier that reaches the device: " + from(winner) + ".";
        }
        return switch (winner.kind()) {
            case DEVICE -> "The device's own rule comes before those of tags and the organization.";
            case TAG ->
                others.getFirst().kind() == ScopeKind.TAG
                        ? "Tag " + winner.tagName() + " stands highest among the device's tags that have such a rule."
                        : "A tag's rule (" + winner.tagName() + ") comes before the organization's.";
            case ORGANIZATION -> "The organization's rule.";
        };
    }

    /** Why one of the others is not in force. */
    String whyItLoses(Candidate other) {
        if (winner.kind() == other.kind()) {
            return "Tag " + other.tagName() + " stands below tag " + winner.tagName() + ".";
        }
        return "Overruled by " + from(winner) + ".";
    }

    private static String from(Candidate candidate) {
        return switch (candidate.kind()) {
            case DEVICE -> "the device's own rule";
            case TAG -> "the rule of tag " + candidate.tagName();
            case ORGANIZATION -> "the organization's rule";
        };
    }
}
