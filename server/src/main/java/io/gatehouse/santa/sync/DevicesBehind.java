package io.gatehouse.santa.sync;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.gatehouse.kernel.AllOrganizations;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many devices do not hold all rules that they shall; counted when somebody asks, at most once a minute. */
@Component
final class DevicesBehind {

    private static final Duration BELIEVED = Duration.ofMinutes(1);
    private static final String ALL = "all";

    private final AllOrganizations organizations;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final LoadingCache<String, Long> counted =
            Caffeine.newBuilder().expireAfterWrite(BELIEVED).build(_ -> count());

    DevicesBehind(AllOrganizations organizations, Transactions transactions, JdbcClient jdbc, MeterRegistry registry) {
        this.organizations = organizations;
        this.transactions = transactions;
        this.jdbc = jdbc;
        Gauge.builder("gatehouse.santa.devices.behind", this, behind -> behind.counted.get(ALL))
                .description("Devices that do not hold all rules that they shall")
                .register(registry);
    }

    private long count() {
        List<OrganizationId> ids = organizations.ids();
        return ids.stream().mapToLong(this::count).sum();
    }

    private long count(OrganizationId organization) {
        return transactions.read(
                OrganizationScope.system(organization),
                () -> jdbc.sql("""
                        select count(*) from santa.sync_device
                        where organization_id = ?
                          and (acked_policy_id is distinct from policy_id or acked_sequence < head_sequence)
                        """)
                        .param(organization.value())
                        .query(Long.class)
                        .single());
    }
}
