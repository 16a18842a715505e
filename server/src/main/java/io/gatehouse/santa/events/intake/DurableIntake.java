package io.gatehouse.santa.events.intake;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Signals;
import io.gatehouse.santa.durable.GroupCommit;
import io.gatehouse.santa.durable.GroupLimits;
import io.gatehouse.santa.events.EventIntake;
import io.gatehouse.santa.protocol.message.EventUploadRequest;
import io.gatehouse.santa.protocol.message.EventUploadResponse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The intake in front of PostgreSQL. */
@Component
final class DurableIntake implements EventIntake, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DurableIntake.class);
    private static final EventUploadResponse NOTHING_WANTED = new EventUploadResponse(List.of());

    private final GroupCommit<Upload> commit;
    private final Signals signals;
    private final Clock clock;
    private final Counter stored;
    private final Counter withoutHash;
    private final Counter ofUnknownKind;

    DurableIntake(DataSource dataSource, IntakeSettings settings, Signals signals, Clock clock, MeterRegistry meters) {
        GroupLimits limits = new GroupLimits(settings.group(), settings.waiting(), settings.patience());
        this.commit =
                new GroupCommit<>("event-intake", dataSource, limits, Upload::size, new IntakeWriter(new Memory()));
        this.signals = signals;
        this.clock = clock;
        this.stored = Counter.builder("gatehouse.santa.events.stored")
                .description("Events made durable, repeated ones included")
                .register(meters);
        this.withoutHash = dropped(meters, "no-hash");
        this.ofUnknownKind = dropped(meters, "unknown-kind");
        Gauge.builder("gatehouse.santa.events.waiting", commit, GroupCommit::waiting)
                .description("Events that wait to be stored")
                .register(meters);
    }

    @Override
    public EventUploadResponse accept(OrganizationId organization, UUID device, EventUploadRequest request) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        Upload upload = new Upload(organization, device, request, now);
        tellOfDropped(upload);
        if (upload.size() == 0) {
            return NOTHING_WANTED;
        }
        commit.submit(upload);
        stored.increment(upload.size());
        signals.announce(organization, Signals.Topic.EVENT, upload.size());
        return new EventUploadResponse(upload.wanted());
    }

    private static Counter dropped(MeterRegistry meters, String reason) {
        return Counter.builder("gatehouse.santa.events.dropped")
                .description("Events that could not be stored, by reason")
                .tag("reason", reason)
                .register(meters);
    }

    /** A Mac forgets what it was answered 200 for: what is not stored must at least be noticed. */
    private void tellOfDropped(Upload upload) {
        if (upload.withoutHash() + upload.ofUnknownKind() > 0) {
            withoutHash.increment(upload.withoutHash());
            ofUnknownKind.increment(upload.ofUnknownKind());
            LOG.warn(
                    "Device {} of organization {} sent {} events without a SHA-256 and {} audit events of an unknown kind:"
                            + " they are not stored",
                    upload.device(),
                    upload.organization(),
                    upload.withoutHash(),
                    upload.ofUnknownKind());
        }
    }

    @Override
    public void close() {
        commit.close();
    }
}
