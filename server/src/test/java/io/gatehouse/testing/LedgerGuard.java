package io.gatehouse.testing;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.ledger.tree.Edge;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Fails a test class that broke a ledger: entries, queue and tree of each organization that it made must agree. */
public final class LedgerGuard extends AbstractTestExecutionListener {

    private record Sealed(long size, byte[] root) {}

    @Override
    public void afterTestClass(TestContext context) {
        if (context.hasApplicationContext()) {
            TestOrganizations organizations = context.getApplicationContext().getBean(TestOrganizations.class);
            for (OrganizationId id = organizations.nextUnchecked(); id != null; id = organizations.nextUnchecked()) {
                OrganizationId one = id;
                organizations.read(one, jdbc -> check(one, jdbc));
            }
        }
    }

    static void check(OrganizationId id, JdbcClient jdbc) {
        // One statement, since the sequencer goes on meanwhile.
        List<String> faults = jdbc.sql("""
                        select 'entry ' || e.id || ' is not what was hashed' from ledger.entry e
                        where e.organization_id = :organization and e.leaf_hash <> sha256('\\x00'::bytea || e.canonical)
                        union all
                        select 'entry ' || e.id || ' does not wait and has no leaf, or both' from ledger.entry e
                        left join ledger.pending p on p.entry_id = e.id and p.hash = e.leaf_hash
                        left join ledger.leaf l on l.entry_id = e.id and l.hash = e.leaf_hash
                        where e.organization_id = :organization and (p.entry_id is null) = (l.entry_id is null)
                        union all
                        select 'there is a gap before leaf ' || index
                        from (select index, row_number() over (order by index) - 1 as place from ledger.leaf) l
                        where index <> place
                        """)
                .param("organization", id.value())
                .query(String.class)
                .list();
        if (!faults.isEmpty()) {
            throw new AssertionError("The ledger of " + id + " was broken: " + faults);
        }
        jdbc.sql("select size, root from ledger.checkpoint order by size desc limit 1")
                .query((row, _) -> new Sealed(row.getLong("size"), row.getBytes("root")))
                .optional()
                .ifPresent(latest -> checkRoot(id, latest, jdbc));
    }

    private static void checkRoot(OrganizationId id, Sealed latest, JdbcClient jdbc) {
        Edge edge = Edge.empty();
        jdbc.sql("select hash from ledger.leaf where index < ? order by index")
                .param(latest.size())
                .query((row, _) -> row.getBytes("hash"))
                .list()
                .forEach(hash -> edge.append(hash, _ -> {}));
        if (edge.size() != latest.size() || !Arrays.equals(edge.root(), latest.root())) {
            throw new AssertionError("The ledger of " + id + " has not the root "
                    + HexFormat.of().formatHex(latest.root()) + " that was sealed for " + latest.size() + " leaves");
        }
    }
}
