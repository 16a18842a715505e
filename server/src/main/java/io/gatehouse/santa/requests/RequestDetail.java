package io.gatehouse.santa.requests;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Outcome;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.Actor;
import io.gatehouse.santa.RuleRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All of a request that the asking person may see. Who only asked sees neither proposals nor other people's requests.
 *
 * @param contentHash to be sent with a decision: it is bound to what was looked at
 * @param earlier requests for the same file, newest first
 * @param timeline newest first
 * @param delivery how far the rule has come, once there is one
 * @param whyNot why the asking person may not decide; null when they may
 */
record RequestDetail(
        @JsonUnwrapped RequestSummary summary,
        ContentHash contentHash,
        Software software,
        @Nullable DecisionShown decision,
        List<Proposal> proposals,
        List<RequestSummary> earlier,
        List<TimelineItem> timeline,
        @Nullable Delivery delivery,
        boolean mayDecide,
        @Nullable String whyNot) {

    /**
     * What was asked for.
     *
     * @param known whether a Mac has ever shown it; else only the hash is known
     */
    record Software(
            String sha256,
            boolean known,
            String fileName,
            @Nullable String publisher,
            @Nullable String signingId,
            @Nullable String teamId,
            @Nullable String cdhash,
            @Nullable String certificateSha256,
            @Nullable String signingStatus) {

        static Software of(SignedFile file, boolean known) {
            return new Software(
                    file.sha256(),
                    known,
                    file.displayName(),
                    orNull(file.signer()),
                    orNull(file.signingId()),
                    orNull(file.teamId()),
                    orNull(file.cdhash()),
                    orNull(file.certificateSha256()),
                    known ? orNull(file.status()) : null);
        }

        private static @Nullable String orNull(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    /** How it was decided. */
    record DecisionShown(
            Outcome outcome,
            PersonRef by,
            Instant at,
            @Nullable String reason,
            @Nullable RuleRef rule) {}

    /** Something that happened: the sentence goes on after the actor's name. */
    record TimelineItem(Instant at, Actor actor, String sentence) {}

    /**
     * How far the rule has come.
     *
     * @param deliveredAt when the requester's Mac first completed a sync with it; null while it has not
     * @param nextExpectedAt when that Mac is expected to sync next
     * @param devicesDelivered devices known to hold it, of all that it reaches
     */
    record Delivery(
            UUID ruleId,
            @Nullable Instant deliveredAt,
            @Nullable Instant nextExpectedAt,
            long devicesDelivered,
            long devicesTotal) {}
}
