package io.gatehouse.santa.requests;

import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.santa.DeviceRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as lists show it.
 *
 * @param number counts from 1 in each organization
 * @param kind what is asked for: SOFTWARE
 * @param title the software's name, or the beginning of its hash
 * @param device on which it was blocked, when the requester named one
 * @param waitsFor the groups whose agreement is missing in the stages that ask now; empty when it waits for nobody of them
 * @param decidedAt when it was decided or withdrawn
 */
record RequestSummary(
        RequestId id,
        long number,
        RequestState state,
        String kind,
        String title,
        PersonRef requester,
        @Nullable DeviceRef device,
        String justification,
        Instant submittedAt,
        List<String> waitsFor,
        @Nullable Instant decidedAt,
        @Nullable PersonRef decidedBy) {}
