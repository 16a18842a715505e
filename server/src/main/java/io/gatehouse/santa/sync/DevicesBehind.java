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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many devices do not hold all rules that they shall, and how many changes they lack together; counted when somebody
 * asks, at most once a minute.
 */
@Component
final class DevicesBehind {

    private static final Duration BELIEVED = Duration.ofMinutes(1);
    private static final String ALL = "all";

    private final AllOrganizations organizations;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    /** What is behind. */
    private record Behind(long devices, long rules) {

        static final Behind NOTHING = new Behind(0, 0);

        Behind plus(Behind other) {
            return new Behind(devices + other.devices, rules + other.rules);
        }
    }

    private final LoadingCache<String, Behind> counted =
            Caffeine.newBuilder().expireAfterWrite(BELIEVED).build(_ -> count());

    DevicesBehind(AllOrganizations organizations, Transactions transactions, JdbcClient jdbc, MeterRegistry registry) {
        this.organizations = organizations;
        this.transactions = transactions;
        this.jdbc = jdbc;
        Gauge.builder(
                        "gatehouse.santa.devices.behind",
                        this,
                        behind -> behind.counted.get(ALL).devices())
                .description("Devices that do not hold all rules that they shall")
                .register(registry);
        Gauge.builder(
                        "gatehouse.santa.rules.behind",
                        this,
                        behind -> behind.counted.get(ALL).rules())
                .description("Changes of rules that devices lack, summed over devices")
                .register(registry);
    }

    private Behind count() {
        return organizations.ids().stream().map(this::count).reduce(Behind.NOTHING, Behind::plus);
    }

    /** Devices that lack the same are counted together: a whole fleet mostly does. */
    private Behind count(OrganizationId organization) {
        return transactions.read(
                OrganizationScope.system(organization),
                () -> jdbc.sql("""
                        with behind as (
                            select policy_id, case when has_own_layer then id end as own,
                                   case when acked_policy_id = policy_id then acked_sequence else -1 end as sequence,
                                   count(*) as devices
                            from santa.sync_device
                            where organization_id = :organization
                              and (acked_policy_id is distinct from policy_id or acked_sequence < head_sequence)
                            group by 1, 2, 3)
                        select coalesce(sum(devices), 0) as devices, coalesce(sum(devices * (
                            select count(*) from santa.policy_entry entry
                            where entry.organization_id = :organization
                              and entry.layer_id in (behind.policy_id, behind.own)
                              and entry.sequence > behind.sequence
                              and (behind.sequence >= 0 or not entry.removed))), 0) as rules
                        from behind
                        """)
                        .param("organization", organization.value())
                        .query((row, _) -> new Behind(row.getLong("devices"), row.getLong("rules")))
                        .single());
    }
}
