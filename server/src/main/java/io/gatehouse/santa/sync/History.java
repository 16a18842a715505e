package io.gatehouse.santa.sync;

import io.gatehouse.santa.sync.session.Session;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A session that is over, for the device's history.
 *
 * @param arrived whether its rules are on the Mac
 * @param received as the Mac said; null when it did not
 * @param processed as the Mac said; null when it did not
 * @param clientType what the Mac made of it, as it said; empty when it did not
 * @param hashAfter as the Mac reported
 */
record History(
        Session session,
        boolean arrived,
        Instant finishedAt,
        @Nullable Long received,
        @Nullable Long processed,
        String clientType,
        String hashAfter,
        Traffic.Totals traffic) {

    Map<String, @Nullable Object> columns() {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put("id", session.id().toString());
        columns.put("started_at", session.startedAt().toString());
        columns.put("finished_at", arrived ? finishedAt.toString() : null);
        columns.put("sync_type", session.type().name());
        columns.put("client_sync_type", clientType);
        columns.put("pushed", session.pushed());
        columns.put("outcome", arrived ? "COMPLETED" : "ABANDONED");
        columns.put("requested_clean", session.requestedClean());
        columns.put("rules_sent", session.rules());
        columns.put("rules_received", received);
        columns.put("rules_processed", processed);
        columns.put("events_uploaded", traffic.events());
        columns.put("bytes_in", traffic.bytesIn());
        columns.put("bytes_out", traffic.bytesOut());
        columns.put("encoding", session.encoding());
        columns.put("rules_hash_before", session.hashBefore());
        columns.put("rules_hash_after", hashAfter);
        columns.put("explanation", explanation());
        return columns;
    }

    private String explanation() {
        String what = session.kind().explanation();
        if (!arrived) {
            return what + ". The Mac did not take them.";
        }
        return received == null ? what + ". Its end was lost; the next report proved that they arrived." : what + ".";
    }
}
