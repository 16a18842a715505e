package io.gatehouse.santa.sync;

import io.gatehouse.santa.protocol.vocabulary.EnumValue;
import io.gatehouse.santa.sync.credential.KnownDevice;
import io.gatehouse.santa.sync.session.Postflights;
import io.gatehouse.santa.sync.session.Session;
import io.gatehouse.santa.sync.session.SyncState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what stages decide about sessions. */
@Component
final class Sessions {

    private final WriteFormat format;
    private final SyncWriter writer;
    private final Traffic traffic;

    Sessions(WriteFormat format, SyncWriter writer, Traffic traffic) {
        this.format = format;
        this.writer = writer;
        this.traffic = traffic;
    }

    WriteFormat.Parts parts(KnownDevice device) {
        return format.of(device);
    }

    /** Adds the line of an ended session to a write. */
    void addHistory(
            WriteFormat.Parts parts,
            Session ended,
            boolean arrived,
            Instant now,
            Postflights.@Nullable Ending ending,
            String hashAfter) {
        parts.history(new History(
                ended,
                arrived,
                now,
                ending == null ? null : ending.received(),
                ending == null ? null : ending.processed(),
                ending == null ? "" : Inventory.text(ending.type().text(), EnumValue.MAXIMUM_RAW_LENGTH),
                hashAfter,
                traffic.take(ended.id())));
    }

    /** Returns once it is durable. */
    void write(WriteFormat.Parts parts) {
        writer.write(parts.write());
    }

    /** Counts what passed in the session that is now in progress, if there is one. */
    void count(SyncState now, int bytesIn, int bytesOut) {
        Session session = now.openSession();
        if (session != null) {
            traffic.add(session.id(), bytesIn, bytesOut, 0);
        }
    }

    /** Counts a page of a session's rules. */
    void countPage(UUID session, int bytesIn, int bytesOut) {
        traffic.add(session, bytesIn, bytesOut, 0);
    }

    /** Counts what an upload brought. */
    void countEvents(KnownDevice device, int bytesIn, int bytesOut, int events) {
        traffic.add(device, bytesIn, bytesOut, events);
    }
}
