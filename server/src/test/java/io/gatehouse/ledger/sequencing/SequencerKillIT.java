package io.gatehouse.ledger.sequencing;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.Ids;
import io.gatehouse.ledger.tree.Edge;
import io.gatehouse.ledger.tree.Merkle;
import io.gatehouse.postgres.Database;
import io.gatehouse.testing.ChildServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The server is killed (SIGKILL) while it sequences: 3 times amid 24,000 entries each, in {@code make soak} 12 times. What it
 * left is whole batches; who comes next goes on from there.
 */
final class SequencerKillIT {

    private static final int KILLS = Boolean.getBoolean("gatehouse.soak") ? 12 : 3;
    private static final int ENTRIES = 24_000;

    private final UUID organization = UUID.randomUUID();

    @Test
    void whatAKilledSequencerLeavesIsWholeAndNothingIsLost(@TempDir Path folder) throws Exception {
        try (ChildServer child = ChildServer.start(folder, "sequencer_killed")) {
            Tables tables = new Tables(child.database(), organization);
            for (int kill = 1; kill <= KILLS; kill++) {
                long before = tables.number("select count(*) from ledger.leaf");
                tables.append(ENTRIES);
                Awaitility.await().until(() -> tables.number("select count(*) from ledger.leaf") > before);
                child.kill();
                assertSound(tables);
                child.restart();
            }
            Awaitility.await().until(() -> tables.number("select count(*) from ledger.pending") == 0);
            assertSound(tables);
            assertThat(
                            tables.texts(
                                    "select e.action || ' ' || count(*) from ledger.leaf l join ledger.entry e on e.id = l.entry_id group by e.action"))
                    .containsExactly("rule.create " + KILLS * ENTRIES);
            assertThat(tables.number("select count(*) from ledger.leaf")).isEqualTo((long) KILLS * ENTRIES);
        }
    }

    /** Every entry waits or has a leaf, indexes have no gap, and each checkpoint is the root of the leaves before it. */
    private static void assertSound(Tables tables) {
        assertThat(tables.number("""
                        select count(*) from ledger.entry e where 1 <>
                            (select count(*) from ledger.pending p where p.entry_id = e.id and p.hash = e.leaf_hash) +
                            (select count(*) from ledger.leaf l where l.entry_id = e.id and l.hash = e.leaf_hash)
                        """)).isZero();
        assertThat(tables.number("select count(*) - max(index) - 1 from ledger.leaf"))
                .isZero();
        Map<Long, String> roots = tables.pairs("select size || ' ' || encode(root, 'hex') from ledger.checkpoint");
        Edge edge = Edge.empty();
        for (String hash : tables.texts("select encode(hash, 'hex') from ledger.leaf order by index")) {
            edge.append(HexFormat.of().parseHex(hash), _ -> {});
            String root = roots.remove(edge.size());
            assertThat(root).isIn(null, HexFormat.of().formatHex(edge.root()));
        }
        assertThat(roots).isEmpty();
    }

    /** The server's tables, read and written by its own role. */
    private static final class Tables {

        private final UUID organization;
        private final TransactionTemplate transaction;
        private final JdbcClient jdbc;

        Tables(Database database, UUID organization) {
            DriverManagerDataSource source = new DriverManagerDataSource(
                    database.url(), database.applicationUser(), database.applicationPassword());
            this.organization = organization;
            this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
            this.jdbc = JdbcClient.create(source);
            in(() -> jdbc.sql("""
                            insert into kernel.organization (id, slug, name, kind, accent_color, time_zone)
                            values (?, 'acme', 'Acme', 'ENTERPRISE', '#000000', 'UTC')
                            """).param(organization).update());
        }

        void append(int count) {
            List<byte[]> entries = IntStream.range(0, count)
                    .mapToObj(i -> ("{\"number\":" + i + "}").getBytes(StandardCharsets.UTF_8))
                    .toList();
            in(() -> jdbc.sql("""
                            insert into ledger.entry (organization_id, id, recorded_at, actor_type, action,
                                object_type, object_id, correlation_id, canonical, leaf_hash, retention_class)
                            select :organization, e.id, now(), 'SYSTEM', 'rule.create', 'rule', 'r', 'c',
                                e.canonical, e.hash, 'CONFIGURATION'
                            from unnest(:ids::uuid[], :canonical::bytea[], :hashes::bytea[]) as e(id, canonical, hash)
                            """)
                    .param("organization", organization)
                    .param("ids", Stream.generate(Ids::next).limit(count).toArray(UUID[]::new))
                    .param("canonical", entries.toArray(byte[][]::new))
                    .param("hashes", entries.stream().map(Merkle::leaf).toArray(byte[][]::new))
                    .update());
        }

        long number(String query) {
            return in(() -> jdbc.sql(query).query(Long.class).single());
        }

        List<String> texts(String query) {
            return in(() -> jdbc.sql(query).query(String.class).list());
        }

        Map<Long, String> pairs(String query) {
            return texts(query).stream()
                    .map(text -> text.split(" "))
                    .collect(Collectors.toMap(pair -> Long.valueOf(pair[0]), pair -> pair[1]));
        }

        private <T> T in(Supplier<T> work) {
            return transaction.execute(_ -> {
                jdbc.sql("select set_config('app.organization', ?, true)")
                        .param(organization.toString())
                        .query(String.class)
                        .single();
                return work.get();
            });
        }
    }
}
