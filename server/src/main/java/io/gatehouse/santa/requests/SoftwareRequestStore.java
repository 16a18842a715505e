package io.gatehouse.santa.requests;

import io.gatehouse.approvals.RequestId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import io.gatehouse.kernel.Sql;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code santa.software_request}, and how many requests wait for each device. */
@Component
final class SoftwareRequestStore {

    private static final int MOST_NAMED = 200;

    private final JdbcClient jdbc;

    SoftwareRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            OrganizationScope scope,
            RequestId request,
            @Nullable String sha256,
            @Nullable UUID device,
            @Nullable UUID event) {
        jdbc.sql("""
                        insert into santa.software_request (organization_id, request_id, sha256, device_id, event_id)
                        values (:organization, :request, :sha256, :device, :event)
                        """)
                .param("organization", scope.organization().value())
                .param("request", request.value())
                .param("sha256", sha256)
                .param("device", device)
                .param("event", event)
                .update();
    }

    void ruleMade(OrganizationScope scope, RequestId request, UUID rule) {
        jdbc.sql("""
                        update santa.software_request set rule_id = :rule
                        where organization_id = :organization and request_id = :request
                        """)
                .param("organization", scope.organization().value())
                .param("request", request.value())
                .param("rule", rule)
                .update();
    }

    /** While a request waits for a device it syncs each minute. */
    void pending(OrganizationScope scope, UUID device, int change) {
        jdbc.sql("""
                        update santa.device set pending_requests = greatest(0, pending_requests + :change)
                        where organization_id = :organization and id = :device
                        """)
                .param("organization", scope.organization().value())
                .param("device", device)
                .param("change", change)
                .update();
    }

    /** The device of each request that has one; retired ones too. */
    Map<RequestId, DeviceRef> devices(OrganizationScope scope, Collection<RequestId> requests) {
        Map<RequestId, DeviceRef> devices = new HashMap<>();
        jdbc.sql("""
                        select r.request_id, d.id, d.hostname, d.serial_number, d.machine_id
                        from santa.software_request r
                        join santa.device d on d.organization_id = r.organization_id and d.id = r.device_id
                        where r.organization_id = :organization and r.request_id = any(:requests)
                        """)
                .param("organization", scope.organization().value())
                .param("requests", requests.stream().map(RequestId::value).toArray(UUID[]::new))
                .query(row -> {
                    devices.put(
                            new RequestId(row.getObject("request_id", UUID.class)),
                            new DeviceRef(
                                    row.getObject("id", UUID.class),
                                    row.getString("hostname"),
                                    row.getString("serial_number"),
                                    row.getString("machine_id")));
                });
        return devices;
    }

    /** The latest requests for files that the key names. */
    List<RequestId> naming(OrganizationScope scope, RuleKey key) {
        return Sql.of("select r.request_id from santa.software_request r where r.organization_id = :organization")
                .append(naming(key.type()))
                .append("order by r.request_id desc limit :most")
                .with("organization", scope.organization().value())
                .with("identifier", key.identifier())
                .with("most", MOST_NAMED)
                .on(jdbc)
                .query((row, _) -> new RequestId(row.getObject("request_id", UUID.class)))
                .list();
    }

    private static String naming(RuleType type) {
        String column = switch (type) {
            case BINARY -> "sha256";
            case CDHASH -> "cdhash";
            case SIGNINGID -> "signing_id";
            case CERTIFICATE -> "certificate_sha256";
            case TEAMID -> "team_id";
        };
        return type == RuleType.BINARY
                ? "and r.sha256 = :identifier"
                : "and exists (select from santa.software s where s.organization_id = r.organization_id"
                        + " and s.sha256 = r.sha256 and s." + column + " = :identifier)";
    }

    /** Whether a device exists and is not retired. */
    boolean exists(OrganizationScope scope, UUID device) {
        return jdbc.sql("""
                        select count(*) from santa.device
                        where organization_id = :organization and id = :device and retired_at is null
                        """)
                        .param("organization", scope.organization().value())
                        .param("device", device)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /**
     * When a device came and will come.
     *
     * @param completedAt its first completed sync since then
     */
    record Visits(@Nullable Instant completedAt, @Nullable Instant nextExpectedAt) {}

    Optional<Visits> visits(OrganizationScope scope, UUID device, Instant since) {
        return jdbc.sql("""
                        select s.next_expected_at,
                            (select min(y.finished_at) from santa.sync_session y
                             where y.organization_id = d.organization_id and y.device_id = d.id
                                 and y.outcome = 'COMPLETED' and y.started_at >= :since) as completed_at
                        from santa.device d
                        left join santa.device_sync s on s.organization_id = d.organization_id and s.device_id = d.id
                        where d.organization_id = :organization and d.id = :device
                        """)
                .param("organization", scope.organization().value())
                .param("device", device)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Visits(
                        Rows.instantOrNull(row, "completed_at"), Rows.instantOrNull(row, "next_expected_at")))
                .optional();
    }
}
