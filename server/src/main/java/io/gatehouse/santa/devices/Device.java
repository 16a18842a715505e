package io.gatehouse.santa.devices;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.santa.TagRef;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A device in a list.
 *
 * @param clientMode as last reported, empty before the first sync
 * @param rulesBehind entries of its policy that it is not known to hold
 * @param retiredAt since when it is out of service; null: it is in service
 */
record Device(
        UUID id,
        String machineId,
        String hostname,
        String serialNumber,
        String modelIdentifier,
        String osVersion,
        String santaVersion,
        String clientMode,
        List<TagRef> tags,
        @Nullable PersonRef owner,
        String primaryUser,
        DeviceHealth health,
        @Nullable Instant lastSyncAt,
        @Nullable Instant nextExpectedAt,
        long rulesBehind,
        @Nullable Instant retiredAt) {

    /**
     * A device on its own page.
     *
     * @param sipStatus bits of System Integrity Protection that are switched off; 0: fully on
     * @param policySequence up to which entry the device is known to hold its policy
     * @param headSequence of its policy
     * @param requestedCleanSync the kind of clean sync that waits for its next contact: CLEAN or CLEAN_ALL; null: none
     * @param capabilityNotes what its version of Santa cannot take, in sentences
     */
    record Detail(
            @JsonUnwrapped Device device,
            String osBuild,
            long sipStatus,
            List<String> primaryUserGroups,
            EnrolmentRef enrolment,
            Instant enrolledAt,
            Credential credential,
            Counts counts,
            RulesHash rulesHash,
            long policySequence,
            long headSequence,
            boolean pushToken,
            @Nullable String requestedCleanSync,
            List<String> capabilityNotes) {}

    /** The enrolment that it came by. */
    record EnrolmentRef(UUID id, String name) {}

    /**
     * What it is bound to.
     *
     * @param releasedUntil until when it may come with another credential; null: it may not
     */
    record Credential(
            String kind,
            Instant boundAt,
            @Nullable Instant releasedUntil,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String certificateSubject) {}

    /** Rules that it reported to hold; binary ones include transitive ones. */
    record Counts(
            long binary, long certificate, long compiler, long transitive, long teamId, long signingId, long cdhash) {}

    /**
     * The hash over its rules.
     *
     * @param state how the two relate: EXACT, COUNTS where the client reports none and its numbers of rules fit,
     *     LOCAL_RULES of a standalone Mac, HEALING while everything is sent again, DRIFTED where that did not help, UNKNOWN
     */
    record RulesHash(@Nullable String reported, @Nullable String predicted, String state) {}
}
