package io.gatehouse.bench;

import io.gatehouse.postgres.Database;
import io.gatehouse.testkit.product.ApiClient;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** How fast entries become durable and sequenced, how long a proof takes, and what appending costs the change that it proves. */
final class LedgerBench {

    private static final int ENTRIES = Integer.getInteger("bench.sequenced", 1_000_000);
    private static final int BARE = Math.min(ENTRIES, 300_000);
    private static final int WRITERS = 2;
    private static final int EACH = 50;
    private static final int PROOFS = 1_000;

    /** Before them: until the server's compilers rest. */
    private static final int WARM_PROOFS = 4_000;

    private static final int PAIRS = Integer.getInteger("bench.pairs", 3_000);
    private static final String BARE_TABLE = "ledger.bare_entry";

    private final Installation installation;
    private final Figures figures;
    private final UUID organization;

    LedgerBench(Installation installation, Figures figures) {
        this.installation = installation;
        this.figures = figures;
        this.organization = UUID.fromString(installation.customers().getFirst().id());
    }

    void run() throws Exception {
        appendCost();
        asOwner("create table " + BARE_TABLE + " (like ledger.entry including indexes)");
        asOwner("grant insert on " + BARE_TABLE + " to "
                + installation.database().applicationUser());
        long bareStart = System.nanoTime();
        write(BARE_TABLE, BARE);
        double bare = BARE * 1e9 / (System.nanoTime() - bareStart);
        asOwner("drop table " + BARE_TABLE);
        long start = System.nanoTime();
        write("ledger.entry", ENTRIES);
        double durable = ENTRIES * 1e9 / (System.nanoTime() - start);
        awaitSequenced();
        double sequenced = ENTRIES * 1e9 / (System.nanoTime() - start);
        figures.add(
                "Entries durable and sequenced per second, in transactions of " + EACH,
                Figures.number(sequenced),
                "≥ 5,000");
        figures.add("– made durable per second meanwhile", Figures.number(durable), "");
        figures.add("– bare inserts of such rows with the same indexes, rows per second", Figures.number(bare), "");
        figures.add("– sequenced / bare", Figures.number(sequenced / bare), "aim 0.50");
        delays("at that rate", "");
        steady();
        proofs();
    }

    /** What the same small change takes with and without its entry, in turns. */
    private void appendCost() throws Exception {
        asOwner("create table ledger.bare_change (id uuid primary key, at timestamptz)");
        asOwner("grant insert on ledger.bare_change to "
                + installation.database().applicationUser());
        double[] without = new double[PAIRS];
        double[] with = new double[PAIRS];
        try (EntryInserts inserts = new EntryInserts(installation.database(), "ledger.entry", organization);
                var change = inserts.connection()
                        .prepareStatement("insert into ledger.bare_change values (gen_random_uuid(), now())")) {
            for (int pair = -PAIRS / 10; pair < PAIRS; pair++) {
                for (boolean appends : pair % 2 == 0 ? new boolean[] {true, false} : new boolean[] {false, true}) {
                    double took = Stopwatch.once(() -> {
                        inserts.begin();
                        change.executeUpdate();
                        if (appends) {
                            inserts.append(1);
                        }
                        inserts.commit();
                    });
                    if (pair >= 0) {
                        (appends ? with : without)[pair] = took;
                    }
                }
            }
        }
        figures.add(
                "Milliseconds that appending an entry adds to the transaction of a change, by one statement, p50",
                Figures.number(Stopwatch.of(with).percentile(50)
                        - Stopwatch.of(without).percentile(50)),
                "≤ 0.20");
        figures.add(
                "– the change without it, p50 ms",
                Figures.number(Stopwatch.of(without).percentile(50)),
                "");
        asOwner("drop table ledger.bare_change");
        awaitSequenced();
    }

    private void write(String table, int entries) throws Exception {
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                all.add(writers.submit(() -> {
                    try (EntryInserts inserts = new EntryInserts(installation.database(), table, organization)) {
                        for (int done = 0; done < entries / WRITERS; done += EACH) {
                            inserts.begin();
                            inserts.append(EACH);
                            inserts.commit();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    /** Single entries, as many as an installation at work writes: 500 a second. */
    private void steady() throws Exception {
        asOwner("create table ledger.bare_mark as select max(index) as index from ledger.leaf");
        try (EntryInserts inserts = new EntryInserts(installation.database(), "ledger.entry", organization)) {
            long start = System.nanoTime();
            for (int number = 0; number < 10_000; number++) {
                long due = start + number * 2_000_000L;
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                inserts.begin();
                inserts.append(1);
                inserts.commit();
            }
        }
        awaitSequenced();
        delays("at 500 entries per second", " where l.index > (select index from ledger.bare_mark)");
        asOwner("drop table ledger.bare_mark");
    }

    /** From being written to the time of the checkpoint that covers it. */
    private void delays(String when, String which) throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("""
                        select percentile_cont(0.5) within group (order by d), percentile_cont(0.99) within group (order by d)
                        from (select extract(epoch from c.sealed_at - e.recorded_at) as d
                              from ledger.leaf l
                              join ledger.entry e on e.organization_id = l.organization_id and e.id = l.entry_id
                              cross join lateral (select sealed_at from ledger.checkpoint
                                  where organization_id = l.organization_id and size > l.index order by size limit 1) c
                        """ + which + ") s")) {
            row.next();
            figures.add("Seconds until an entry is sequenced " + when + ", p50", Figures.number(row.getDouble(1)), "");
            figures.add("– p99", Figures.number(row.getDouble(2)), "< 2");
        }
    }

    private void proofs() throws Exception {
        long size = asked("select count(*) from ledger.leaf");
        ThreadLocalRandom random = ThreadLocalRandom.current();
        proof(
                "Proof that an entry is in a log of " + Figures.number(size) + ", over HTTP",
                () -> "/ledger/log/proof/" + random.nextLong(size));
        proof(
                "Proof that such a log continues an earlier one, over HTTP",
                () -> "/ledger/log/consistency?from=" + random.nextLong(1, size));
    }

    private void proof(String what, Supplier<String> path) throws Exception {
        Installation.Customer customer = installation.customers().getFirst();
        ApiClient admin = customer.admin();
        Stopwatch taken = Stopwatch.time(WARM_PROOFS, PROOFS, () -> admin.text(customer.path(path.get())));
        figures.add(what + ", p50 ms", Figures.number(taken.percentile(50)), "< 5");
        figures.add("– p95", Figures.number(taken.percentile(95)), "< 5");
    }

    private void awaitSequenced() throws Exception {
        while (asked("select count(*) from ledger.pending") > 0) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private long asked(String question) throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void asOwner(String work) throws SQLException {
        try (Connection owner = owner();
                Statement statement = owner.createStatement()) {
            statement.execute(work);
        }
    }

    private Connection owner() throws SQLException {
        Database database = installation.database();
        Connection owner = DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
        try (Statement statement = owner.createStatement()) {
            statement.execute("select set_config('app.organization', '" + organization + "', false)");
        }
        return owner;
    }
}
