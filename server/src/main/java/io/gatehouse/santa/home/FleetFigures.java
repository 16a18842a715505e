package io.gatehouse.santa.home;

import io.gatehouse.identity.CustomerFigures;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Sql;
import io.gatehouse.santa.devices.DeviceHealth;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many Macs a customer has and what was stopped there, for its provider's portfolio. */
@Component
final class FleetFigures implements CustomerFigures {

    private final JdbcClient jdbc;
    private final Clock clock;

    FleetFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<Figure, Long> of(OrganizationScope customer) {
        return DeviceHealth.at(clock, Sql.of("""
                        select fleet.devices, fleet.unhealthy,
                            (select coalesce(sum(events), 0) from santa.event_hour
                             where organization_id = :organization and hour >= :since and decision = any(:blocking))
                                as blocks
                        from (
                            select count(*) as devices, count(*) filter (where health <> 'HEALTHY') as unhealthy
                            from (select
                        """ + DeviceHealth.EXPRESSION + """
                                  as health from santa.device d join santa.device_sync y
                                      on y.organization_id = d.organization_id and y.device_id = d.id
                                  where d.organization_id = :organization and d.retired_at is null) known
                        ) fleet
                        """))
                .with("organization", customer.organization().value())
                .with("since", clock.instant().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .with("blocking", DashboardStore.BLOCKING)
                .on(jdbc)
                .query((row, _) -> Map.of(
                        Figure.DEVICES,
                        row.getLong("devices"),
                        Figure.UNHEALTHY_DEVICES,
                        row.getLong("unhealthy"),
                        Figure.BLOCKS_OF_LAST_DAY,
                        row.getLong("blocks")))
                .single();
    }
}
