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
import org.springframework.stereotype.Component;

/** The intake in front of PostgreSQL. */
@Component
final class DurableIntake implements EventIntake, AutoCloseable {

    private static final EventUploadResponse NOTHING_WANTED = new EventUploadResponse(List.of());

    private final GroupCommit<Upload> commit;
    private final Signals signals;
    private final Clock clock;
    private final Counter stored;

    DurableIntake(DataSource dataSource, IntakeSettings settings, Signals signals, Clock clock, MeterRegistry meters) {
        GroupLimits limits = new GroupLimits(settings.group(), settings.waiting(), settings.patience());
        this.commit =
                new GroupCommit<>("event-intake", dataSource, limits, Upload::size, new IntakeWriter(new Memory()));
        this.signals = signals;
        this.clock = clock;
        this.stored = Counter.builder("gatehouse.santa.events.stored")
                .description("Events made durable, repeated ones included")
                .register(meters);
        Gauge.builder("gatehouse.santa.events.waiting", commit, GroupCommit::waiting)
                .description("Events that wait to be stored")
                .register(meters);
    }

    @Override
    public EventUploadResponse accept(OrganizationId organization, UUID device, EventUploadRequest request) {
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
        Upload upload = new Upload(organization, device, request, now);
        if (upload.size() == 0) {
            return NOTHING_WANTED;
        }
        commit.submit(upload);
        stored.increment(upload.size());
        signals.announce(organization, Signals.Topic.EVENT, upload.size());
        return new EventUploadResponse(upload.wanted());
    }

    @Override
    public void close() {
        commit.close();
    }
}
