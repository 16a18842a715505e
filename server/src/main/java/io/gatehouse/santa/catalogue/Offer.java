package io.gatehouse.santa.catalogue;

import io.gatehouse.approvals.RequestId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as somebody sees it who may take it.
 *
 * @param version to be sent when it is taken: nobody gets what they did not look at
 * @param days for how many days they get it; null: until they give it back
 * @param taken which of their own Macs have it
 */
record Offer(
        UUID id,
        int version,
        String name,
        String publisher,
        String reason,
        @Nullable Integer days,
        List<Taken> taken) {

    /** One of their Macs has it. */
    record Taken(UUID deviceId, RequestId requestId, Instant at) {}

    static Offer of(CatalogueEntry entry, List<TakingStore.Taking> takings) {
        return new Offer(
                entry.id(),
                entry.version(),
                entry.name(),
                entry.publisher(),
                entry.reason(),
                entry.days(),
                takings.stream()
                        .filter(taking -> taking.entry().equals(entry.id()))
                        .map(taking -> new Taken(taking.device(), new RequestId(taking.request()), taking.at()))
                        .toList());
    }
}
