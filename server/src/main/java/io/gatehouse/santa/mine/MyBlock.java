package io.gatehouse.santa.mine;

import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.santa.DeviceRef;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program that was blocked on a Mac of the asking person.
 *
 * @param event the latest block
 * @param times how often it was blocked there in the last 30 days
 * @param request the person's latest request for it
 * @param allowedNow whether a rule that has been published would let it run
 */
public record MyBlock(
        Event event, long times, Instant lastAt, @Nullable RequestRef request, boolean allowedNow) {

    /** The block itself. */
    public record Event(
            UUID id,
            Instant occurredAt,
            String fileName,
            String sha256,
            @Nullable String publisher,
            DeviceRef device) {}

    /** A request in short. */
    public record RequestRef(RequestId id, RequestState state) {

        static RequestRef of(RequestView view) {
            return new RequestRef(view.id(), view.state());
        }
    }
}
