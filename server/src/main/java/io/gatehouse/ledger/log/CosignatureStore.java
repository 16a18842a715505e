package io.gatehouse.ledger.log;

import io.gatehouse.kernel.OrganizationScope;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads {@code ledger.cosignature} and {@code ledger.witness_policy}. */
@Repository
final class CosignatureStore {

    private final JdbcClient jdbc;

    CosignatureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many witnesses must have cosigned; 0 where nobody need have. */
    int needed(OrganizationScope scope) {
        return jdbc.sql("select needed from ledger.witness_policy where organization_id = :organization")
                .param("organization", scope.organization().value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** The largest size above that one which as many witnesses cosigned. */
    Optional<Long> newest(OrganizationScope scope, int needed, long above) {
        return jdbc.sql("""
                        select s.size from ledger.cosignature s
                        join ledger.witness w on w.organization_id = s.organization_id and w.id = s.witness_id
                        where s.organization_id = :organization and s.size > :above and w.removed_at is null
                        group by s.size having count(*) >= :needed order by s.size desc limit 1
                        """)
                .param("organization", scope.organization().value())
                .param("above", above)
                .param("needed", needed)
                .query(Long.class)
                .optional();
    }
}
