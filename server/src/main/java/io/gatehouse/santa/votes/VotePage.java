package io.gatehouse.santa.votes;

import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of software, and what people say of it.
 *
 * @param open whether the organization votes on software
 * @param blocked whether a rule for more than one Mac blocks it, so that nobody can vote for it
 * @param weight of the asking person's vote, in hundredths; null when they have none
 * @param whyNot why the asking person has no vote; null when they have one
 */
record VotePage(
        String sha256,
        String title,
        String signer,
        boolean open,
        boolean blocked,
        @Nullable Integer weight,
        @Nullable String whyNot,
        List<Option> options) {

    /**
     * One way to allow it.
     *
     * @param ballot null while nobody has voted
     * @param thresholds by which votes on it count
     */
    record Option(
            RuleType ruleType,
            String identifier,
            String label,
            String explanation,
            Thresholds thresholds,
            @Nullable BallotView ballot) {}
}
