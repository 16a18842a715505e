package io.gatehouse.santa.policy;

import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Sql;
import io.gatehouse.santa.DeviceRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what explaining a device's policy needs. */
@Repository
final class EffectivePolicyStore {

    /**
     * A device with what decides on its rules.
     *
     * @param ackedPolicy the policy that it is known to hold rules of; null when nothing is known
     * @param acked up to where
     */
    record Subject(
            DeviceRef ref,
            UUID policy,
            Set<UUID> tags,
            String santaVersion,
            @Nullable UUID ackedPolicy,
            long acked) {

        Holding holding() {
            return new Holding(santaVersion, policy.equals(ackedPolicy) ? acked : Holding.NOTHING);
        }
    }

    private final JdbcClient jdbc;

    EffectivePolicyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Subject> subject(OrganizationScope scope, UUID device) {
        return jdbc.sql("""
                        select device.id, device.hostname, device.serial_number, device.machine_id, device.policy_id,
                               policy.tag_ids, device.santa_version, sync.acked_policy_id,
                               coalesce(sync.acked_sequence, 0) as acked_sequence
                        from santa.device
                        join santa.policy on policy.organization_id = device.organization_id
                            and policy.id = device.policy_id
                        left join santa.device_sync sync on sync.organization_id = device.organization_id
                            and sync.device_id = device.id
                        where device.organization_id = ? and device.id = ?
                        """)
                .params(scope.organization().value(), device)
                .query((row, _) -> new Subject(
                        new DeviceRef(
                                row.getObject("id", UUID.class),
                                row.getString("hostname"),
                                row.getString("serial_number"),
                                row.getString("machine_id")),
                        row.getObject("policy_id", UUID.class),
                        Set.copyOf(LayerStore.uuids(row, "tag_ids")),
                        row.getString("santa_version"),
                        row.getObject("acked_policy_id", UUID.class),
                        row.getLong("acked_sequence")))
                .optional();
    }

    List<RuleKey> keys(
            OrganizationScope scope,
            Subject device,
            @Nullable String text,
            @Nullable Cursor after,
            int limit,
            Instant now) {
        Sql query = Sql.of("""
                select distinct rule_type, identifier from santa.rule
                where organization_id = :organization
                  and (expires_at is null or expires_at > :now)
                  and (scope_kind = 'ORGANIZATION'
                       or scope_kind = 'TAG' and scope_id = any(:tags::uuid[])
                       or scope_kind = 'DEVICE' and scope_id = :device)
                """)
                .with("organization", scope.organization().value())
                .with("now", PublicationStore.at(now))
                .with("tags", PublicationStore.texts(device.tags()))
                .with("device", device.ref().id());
        String pattern = Sql.containing(text);
        if (pattern != null) {
            query = query.append(Sql.of("""
                    and (identifier ilike :text or custom_message ilike :text or comment ilike :text
                         or software_name ilike :text)
                    """, "text", pattern));
        }
        if (after != null) {
            query = query.append("and (rule_type, identifier) > (:type, :identifier)")
                    .with("type", after.number(0))
                    .with("identifier", after.text(1));
        }
        return query.append("order by rule_type, identifier limit :limit")
                .with("limit", limit)
                .on(jdbc)
                .query((row, _) -> PublicationStore.key(row))
                .list();
    }
}
