package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.policy.Policy;
import io.gatehouse.approvals.policy.PolicyView;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables {@code approvals.policy}, whose highest version of a kind is in force, and {@code approvals.policy_draft}. */
@Component
final class PolicyStore {

    private final JdbcClient jdbc;

    PolicyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The policy in force for one kind: the organization's own, else the default of all. */
    PolicyView inForce(OrganizationScope scope, String kind) {
        return jdbc.sql("""
                        select kind, version, document, published_at, published_by
                        from approvals.policy where organization_id = :organization and kind = :kind
                        order by version desc limit 1
                        """)
                .param("organization", scope.organization().value())
                .param("kind", kind)
                .query(PolicyStore::view)
                .optional()
                .orElseGet(() -> builtIn(kind));
    }

    /** One version; 0 is the default of all. */
    Policy version(OrganizationScope scope, String kind, int version) {
        if (version == 0) {
            return Policy.DEFAULT;
        }
        return jdbc.sql("""
                        select document from approvals.policy
                        where organization_id = :organization and kind = :kind and version = :version
                        """)
                .param("organization", scope.organization().value())
                .param("kind", kind)
                .param("version", version)
                .query((row, _) -> PolicyJson.read(row.getString("document")))
                .single();
    }

    /** One published version with who published it. */
    Optional<PolicyView> published(OrganizationScope scope, String kind, int version) {
        return version == 0
                ? Optional.of(builtIn(kind))
                : jdbc.sql("""
                        select kind, version, document, published_at, published_by from approvals.policy
                        where organization_id = :organization and kind = :kind and version = :version
                        """)
                        .param("organization", scope.organization().value())
                        .param("kind", kind)
                        .param("version", version)
                        .query(PolicyStore::view)
                        .optional();
    }

    /** Whether it was inserted; not when there is such a version already. */
    boolean publish(OrganizationScope scope, String kind, int version, Policy policy, Instant now) {
        return jdbc.sql("""
                                insert into approvals.policy (organization_id, kind, version, document, published_at,
                                    published_by)
                                values (:organization, :kind, :version, cast(:document as jsonb), :now, :by)
                                on conflict do nothing
                                """)
                        .param("organization", scope.organization().value())
                        .param("kind", kind)
                        .param("version", version)
                        .param("document", PolicyJson.write(policy))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", scope.actor().displayName())
                        .update()
                == 1;
    }

    Optional<PolicyDraft> draft(OrganizationScope scope, String kind) {
        return jdbc.sql("""
                        select version, document, changed_at, changed_by from approvals.policy_draft
                        where organization_id = :organization and kind = :kind
                        """)
                .param("organization", scope.organization().value())
                .param("kind", kind)
                .query((row, _) -> new PolicyDraft(
                        row.getInt("version"),
                        PolicyJson.read(row.getString("document")),
                        Rows.instant(row, "changed_at"),
                        row.getString("changed_by")))
                .optional();
    }

    /** Whether the draft was still at that version; 0 when there was none. */
    boolean keep(OrganizationScope scope, String kind, int before, Policy policy, Instant now) {
        return (before == 0 ? begin(scope, kind, policy, now) : change(scope, kind, before, policy, now)) == 1;
    }

    private int begin(OrganizationScope scope, String kind, Policy policy, Instant now) {
        return jdbc.sql("""
                        insert into approvals.policy_draft (organization_id, kind, version, document, changed_at, changed_by)
                        values (:organization, :kind, 1, cast(:document as jsonb), :now, :by) on conflict do nothing
                        """)
                .param("organization", scope.organization().value())
                .param("kind", kind)
                .param("document", PolicyJson.write(policy))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", scope.actor().displayName())
                .update();
    }

    private int change(OrganizationScope scope, String kind, int before, Policy policy, Instant now) {
        return jdbc.sql("""
                        update approvals.policy_draft set version = version + 1, document = cast(:document as jsonb),
                            changed_at = :now, changed_by = :by
                        where organization_id = :organization and kind = :kind and version = :before
                        """)
                .param("organization", scope.organization().value())
                .param("kind", kind)
                .param("before", before)
                .param("document", PolicyJson.write(policy))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", scope.actor().displayName())
                .update();
    }

    void discard(OrganizationScope scope, String kind) {
        jdbc.sql("delete from approvals.policy_draft where organization_id = :organization and kind = :kind")
                .param("organization", scope.organization().value())
                .param("kind", kind)
                .update();
    }

    private static PolicyView view(ResultSet row, int ignored) throws SQLException {
        return new PolicyView(
                row.getString("kind"),
                row.getInt("version"),
                PolicyJson.read(row.getString("document")),
                Rows.instant(row, "published_at"),
                row.getString("published_by"));
    }

    private static PolicyView builtIn(String kind) {
        return new PolicyView(kind, 0, Policy.DEFAULT, null, null);
    }
}
