package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.Policy;
import io.gatehouse.approvals.PolicyView;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Rows;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code approvals.policy}. */
@Component
final class PolicyStore {

    private final JdbcClient jdbc;

    PolicyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The policy in force for each kind that the organization has published one for. */
    List<PolicyView> published(OrganizationScope scope) {
        return jdbc.sql("""
                        select distinct on (kind) kind, version, document, published_at
                        from approvals.policy where organization_id = :organization
                        order by kind, version desc
                        """)
                .param("organization", scope.organization().value())
                .query((row, _) -> new PolicyView(
                        row.getString("kind"),
                        row.getInt("version"),
                        Documents.policy(row.getString("document")),
                        Rows.instant(row, "published_at")))
                .list();
    }

    /** The policy in force for one kind: the organization's own, else the default of all. */
    PolicyView inForce(OrganizationScope scope, String kind) {
        return published(scope).stream()
                .filter(policy -> policy.kind().equals(kind))
                .findFirst()
                .orElseGet(() -> builtIn(kind));
    }

    static PolicyView builtIn(String kind) {
        return new PolicyView(kind, 0, Policy.DEFAULT, null);
    }
}
