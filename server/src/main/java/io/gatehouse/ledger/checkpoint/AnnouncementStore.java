package io.gatehouse.ledger.checkpoint;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code ledger.key_announcement}: which organizations' books tell of which version of the keys. */
@Repository
final class AnnouncementStore {

    private final JdbcClient jdbc;

    AnnouncementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A log whose book does not tell of a version yet. */
    record Due(OrganizationId organization, String origin) {}

    /** Those after an organization, in order. */
    List<Due> due(int version, @Nullable OrganizationId after, int limit) {
        return jdbc.sql("""
                        select t.organization_id, t.origin from ledger.tree t
                        where t.first_key < :version and t.organization_id <> :logOfLogs
                            and (t.organization_id > :after::uuid or :after::uuid is null)
                            and not exists (select from ledger.key_announcement a
                                where a.organization_id = t.organization_id and a.version = :version)
                        order by t.organization_id limit :limit
                        """)
                .param("version", version)
                .param("after", after == null ? null : after.value())
                .param("limit", limit)
                .param("logOfLogs", Origins.LOG_OF_LOGS.value())
                .query((row, _) -> new Due(
                        new OrganizationId(row.getObject("organization_id", UUID.class)), row.getString("origin")))
                .list();
    }

    /** Notes the entry with that action that the open transaction has just written. */
    void insert(OrganizationScope scope, int version, String action) {
        jdbc.sql("""
                        insert into ledger.key_announcement (organization_id, version, entry_id)
                        select organization_id, :version, id from ledger.entry
                        where organization_id = :organization and action = :action
                        order by recorded_at desc, id desc limit 1
                        """)
                .param("organization", scope.organization().value())
                .param("version", version)
                .param("action", action)
                .update();
    }
}
