package io.gatehouse.santa.votes;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.santa.ballot.Ballot;
import io.gatehouse.santa.ballot.Side;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The votes on one way to name software, as the asking person may see them.
 *
 * @param granting whether voters who are for it may run it on their own Macs
 * @param proposed whether it was asked for everybody
 * @param mine what the asking person says; null when they have not voted
 * @param flags what those said who found it bad and whom no review has answered; without names
 * @param votes of each person; empty for who does not review
 */
record BallotView(
        UUID id,
        RuleType ruleType,
        String identifier,
        String sha256,
        String title,
        Ballot.State state,
        int round,
        boolean granting,
        boolean proposed,
        Tally tally,
        @Nullable Side mine,
        List<Flag> flags,
        List<VoteShown> votes,
        Instant changedAt) {

    /**
     * How far it has come, in hundredths of a vote of weight 1, each against its threshold in the same measure.
     *
     * @param up how many people are for it
     * @param down how many say it looks bad
     * @param towardsLocal null where votes never grant it
     */
    record Tally(
            int up,
            int down,
            @Nullable Integer towardsLocal,
            @Nullable Integer local,
            int towardsProposal,
            int proposal,
            int against,
            int condemnation) {}

    /** What somebody found suspicious. */
    record Flag(String reason, Instant at) {}

    /**
     * One person's vote.
     *
     * @param counts whether they may vote now, and no review has answered them
     */
    record VoteShown(
            PersonRef person,
            Side side,
            int points,
            @Nullable String reason,
            Instant at,
            boolean counts) {}
}
