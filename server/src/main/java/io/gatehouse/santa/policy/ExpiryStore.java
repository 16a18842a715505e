package io.gatehouse.santa.policy;

import io.gatehouse.kernel.OrganizationScope;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds rules whose time is over, each once. */
@Repository
final class ExpiryStore {

    /** A rule that no longer counts. */
    record Expired(UUID id, RuleKey key) {}

    private final JdbcClient jdbc;

    ExpiryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Marks at most a thousand rules as published, oldest expiry first, and tells which. */
    List<Expired> mark(OrganizationScope scope, Instant now) {
        return jdbc.sql("""
                        update santa.rule set expiry_published_at = :now
                        where organization_id = :organization and id in (
                            select id from santa.rule
                            where organization_id = :organization
                              and expires_at <= :now and expiry_published_at is null
                            order by expires_at limit 1000
                            for update skip locked)
                        returning id, rule_type, identifier
                        """)
                .param("organization", scope.organization().value())
                .param("now", PublicationStore.at(now))
                .query((row, _) -> new Expired(row.getObject("id", UUID.class), PublicationStore.key(row)))
                .list();
    }
}
