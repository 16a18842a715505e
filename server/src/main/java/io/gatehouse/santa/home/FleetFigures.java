package io.gatehouse.santa.home;

import io.gatehouse.identity.CustomerFigures;
import io.gatehouse.kernel.OrganizationScope;
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
        return jdbc.sql("""
                        select
                            (select count(*) from santa.device
                             where organization_id = :organization and retired_at is null) as devices,
                            (select coalesce(sum(events), 0) from santa.event_hour
                             where organization_id = :organization and hour >= :since and decision = any(:blocking))
                                as blocks
                        """)
                .param("organization", customer.organization().value())
                .param("since", clock.instant().minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .param("blocking", DashboardStore.BLOCKING)
                .query((row, _) -> Map.of(
                        Figure.DEVICES, row.getLong("devices"), Figure.BLOCKS_OF_LAST_DAY, row.getLong("blocks")))
                .single();
    }
}
