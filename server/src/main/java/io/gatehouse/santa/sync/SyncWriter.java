package io.gatehouse.santa.sync;

import io.gatehouse.santa.durable.BusyException;
import io.gatehouse.santa.durable.GroupCommit;
import io.gatehouse.santa.durable.GroupLimits;
import io.gatehouse.santa.sync.credential.Refused;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Makes what syncs changed durable: all that waits in one statement and one commit. */
@Component
final class SyncWriter implements AutoCloseable {

    private final GroupCommit<SyncWrite> group;
    private final DistributionSummary sizes;

    SyncWriter(DataSource dataSource, SyncSettings settings, MeterRegistry registry) {
        GroupLimits limits = new GroupLimits(settings.writeGroup(), settings.writeQueue(), settings.writePatience());
        this.group = new GroupCommit<>("sync-writer", dataSource, limits, _ -> 1, this::write);
        this.sizes = DistributionSummary.builder("gatehouse.santa.sync.write.group")
                .description("Devices written in one commit")
                .register(registry);
        Gauge.builder("gatehouse.santa.sync.write.waiting", group, GroupCommit::waiting)
                .description("Devices that wait to be written")
                .register(registry);
    }

    /**
     * Returns once it is durable.
     *
     * @throws Refused when it is not, or not known to be
     */
    void write(SyncWrite write) {
        try {
            group.submit(write);
        } catch (BusyException e) {
            throw new Refused(Refused.Reason.BUSY);
        }
    }

    @Override
    public void close() {
        group.close();
    }

    private Runnable write(Connection connection, List<SyncWrite> writes) throws SQLException {
        // Writes for the same device keep their order: the sort is stable.
        List<SyncWrite> sorted = writes.stream()
                .sorted(Comparator.comparing(write -> write.organization().value()))
                .toList();
        try (PreparedStatement statement =
                connection.prepareStatement("select santa.sync_write(?::uuid[], ?::uuid[], ?::jsonb[])")) {
            statement.setArray(
                    1, texts(connection, sorted, write -> write.organization().toString()));
            statement.setArray(
                    2, texts(connection, sorted, write -> write.device().toString()));
            statement.setArray(3, texts(connection, sorted, SyncWrite::json));
            statement.execute();
        }
        return () -> sizes.record(writes.size());
    }

    private static java.sql.Array texts(
            Connection connection, List<SyncWrite> writes, Function<SyncWrite, String> column) throws SQLException {
        return connection.createArrayOf("text", writes.stream().map(column).toArray(String[]::new));
    }
}
