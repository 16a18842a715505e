package io.gatehouse.notifications.slack;

import io.gatehouse.kernel.OrganizationScope;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code notifications.slack_arrival}. */
@Repository
final class ArrivalStore {

    private final JdbcClient jdbc;

    ArrivalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it is the first with that signature. */
    boolean isFirst(OrganizationScope scope, String signature, Instant at) {
        return jdbc.sql("""
                        insert into notifications.slack_arrival (organization_id, signature, at)
                        values (:organization, :signature, :at) on conflict do nothing
                        """)
                        .param("organization", scope.organization().value())
                        .param("signature", signature)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void deleteBefore(Instant time) {
        jdbc.sql("delete from notifications.slack_arrival where at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
