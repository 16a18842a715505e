package io.gatehouse.santa.requests;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Outcome;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.Actor;
import io.gatehouse.santa.RuleRef;
import io.gatehouse.santa.events.search.EventView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All of a request that the asking person may see. Who only asked sees neither proposals nor other people's requests.
 *
 * @param contentHash to be sent with a decision: it is bound to what was looked at
 * @param event the block that was asked about
 * @param earlier requests for the same file, newest first
 * @param timeline newest first
 * @param delivery how far the rule has come, once there is one
 * @param whyNot why the asking person may not decide; null when they may
 * @param signerDisputed whether Macs disagree about who signed the file; always false for who only asked
 */
record RequestDetail(
        @JsonUnwrapped RequestSummary summary,
        ContentHash contentHash,
        RequestedSoftware software,
        @Nullable EventView event,
        @Nullable DecisionShown decision,
        List<Proposal> proposals,
        List<RequestSummary> earlier,
        List<TimelineItem> timeline,
        @Nullable Delivery delivery,
        boolean mayDecide,
        @Nullable String whyNot,
        boolean signerDisputed) {

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
     * @param devicesDelivered devices known to hold it, of all that it reaches; both null for who only asked
     */
    record Delivery(
            UUID ruleId,
            @Nullable Instant deliveredAt,
            @Nullable Instant nextExpectedAt,
            @Nullable Long devicesDelivered,
            @Nullable Long devicesTotal) {}
}
