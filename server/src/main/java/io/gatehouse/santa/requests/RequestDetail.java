package io.gatehouse.santa.requests;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.FormerVersion;
import io.gatehouse.approvals.Outcome;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.kernel.Actor;
import io.gatehouse.santa.RuleRef;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.events.search.EventView;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All of a request that the asking person may see. Who only asked sees neither proposals nor other people's requests.
 *
 * @param contentHash to be sent with a decision: it is bound to what was looked at
 * @param version of its content, from 1
 * @param path its stages, and what was decided
 * @param formerVersions what an edit replaced, oldest first
 * @param agreed what those who approved agree on, for whoever decides next; null when nobody has
 * @param event the block that was asked about
 * @param earlier requests for the same file, newest first
 * @param timeline newest first
 * @param delivery how far the rule has come, once there is one
 * @param mayDecide whether the engine would take the asking person's word now
 * @param asked whether the policy asks the asking person, or asked them
 * @param whyNot why the asking person may not decide; null when they may
 * @param signerDisputed whether Macs disagree about who signed the file; always false for who only asked
 */
record RequestDetail(
        @JsonUnwrapped RequestSummary summary,
        ContentHash contentHash,
        int version,
        ShownPath path,
        List<FormerVersion> formerVersions,
        @Nullable Agreed agreed,
        RequestedSoftware software,
        @Nullable EventView event,
        @Nullable DecisionShown decision,
        List<Proposal> proposals,
        List<RequestSummary> earlier,
        List<TimelineItem> timeline,
        @Nullable Delivery delivery,
        boolean mayDecide,
        boolean asked,
        @Nullable String whyNot,
        boolean signerDisputed) {

    /** How it was decided. */
    record DecisionShown(
            Outcome outcome,
            PersonRef by,
            Instant at,
            @Nullable String reason,
            @Nullable RuleRef rule) {}

    /**
     * The rule on which those who approved agree.
     *
     * @param by who approved it last
     */
    record Agreed(
            RuleType ruleType,
            String identifier,
            ScopeChoice scope,
            Policy policy,
            @Nullable Instant expiresAt,
            @Nullable String comment,
            String by) {}

    /**
     * Something that happened: the sentence goes on after the actor's name.
     *
     * @param words what they said, in their own words
     */
    record TimelineItem(
            Instant at,
            Actor actor,
            String sentence,
            @Nullable String words) {}

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
