package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.policy.Policy;
import io.gatehouse.approvals.policy.PolicyView;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code approvals.policy}. */
@Component
final class PolicyStore {

    private final JdbcClient jdbc;

    PolicyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The policy in force for one kind: the organization's own, else the default of all. */
    PolicyView inForce(OrganizationScope scope, String kind) {
        return jdbc.sql("""
                        select kind, version, document, published_at
                        from approvals.policy where organization_id = :organization and kind = :kind
                        order by version desc limit 1
                        """)
                .param("organization", scope.organization().value())
                .param("kind", kind)
                .query((row, _) -> new PolicyView(
                        row.getString("kind"),
                        row.getInt("version"),
                        Documents.read(row.getString("document"), Policy.class),
                        Rows.instant(row, "published_at")))
                .optional()
                .orElseGet(() -> builtIn(kind));
    }

    private static PolicyView builtIn(String kind) {
        return new PolicyView(kind, 0, Policy.DEFAULT, null);
    }
}
