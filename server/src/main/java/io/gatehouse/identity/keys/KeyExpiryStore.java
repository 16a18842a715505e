package io.gatehouse.identity.keys;

import io.gatehouse.identity.KeyExpiring;
import io.gatehouse.kernel.OrganizationId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keys that end soon, of all organizations; in a transaction of the installation. */
@Repository
final class KeyExpiryStore {

    private final JdbcClient jdbc;

    KeyExpiryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Marks keys that end within so many days and were meant to last longer, each once. */
    List<KeyExpiring> mark(int days, Instant now) {
        return jdbc.sql("""
                        update identity.api_key set warned_days = :days
                        where revoked_at is null and expires_at > :now
                          and expires_at <= :now + make_interval(days => :days)
                          and created_at < expires_at - make_interval(days => :days)
                          and (warned_days is null or warned_days > :days)
                        returning organization_id, id
                        """)
                .param("days", days)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new KeyExpiring(
                        new OrganizationId(row.getObject("organization_id", UUID.class)),
                        row.getObject("id", UUID.class),
                        days))
                .list();
    }
}
