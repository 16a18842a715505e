package io.gatehouse.testkit.fleet.history;

import io.gatehouse.testkit.fleet.ManualClock;
import io.gatehouse.testkit.fleet.SimulatedMac;
import io.gatehouse.testkit.fleet.SyncReport;
import io.gatehouse.testkit.fleet.SyncType;
import io.gatehouse.testkit.fleet.WireFormat;
import io.gatehouse.testkit.fleet.net.Answer;
import io.gatehouse.testkit.fleet.net.Call;
import io.gatehouse.testkit.fleet.net.FaultyNetwork;
import io.gatehouse.testkit.fleet.net.Transport;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy.Rule;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy.Subject;
import io.gatehouse.testkit.fleet.oracle.Oracle;
import io.gatehouse.testkit.fleet.software.Binary;
import io.gatehouse.testkit.fleet.software.Signature;
import io.gatehouse.testkit.fleet.software.Software;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * One random history: rules and tags change, Macs of several releases run programs and sync over a bad network, lose their
 * rules, want to be cleaned, and the server crashes. In every third one the Macs are standalone: people make rules at
 * them, compilers too. Then the network calms down, every Mac syncs, and the oracle compares. The same seed makes the same
 * history.
 */
public final class History {
    private static final List<String> TAGS = List.of("pilot", "design", "office");
    private static final List<String> VERSIONS =
            List.of("2026.7.1", "2026.7.1", "2026.2.1", "2025.6.1", "2025.4.1", "2024.2", "2022.5");
    private static final int CALM_SYNCS = 2;
    private static final int STANDALONE_EVERY = 3;
    private static final Binary COMPILER = new Binary("0".repeat(64), "/opt/bin", "cc", Signature.NONE, null);

    private final long seed;
    private final Random random;
    private final ServerUnderTest server;
    private final ManualClock clock;
    private final List<SimulatedMac> macs = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Set<String>> tags = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<String> steps = new ArrayList<>();
    private final RuleMaker ruleMaker;
    private int syncs;
    private int ownRules;

    /** A Mac's way to the server: bad until the end of the history, calm then. */
    private static final class Line implements Transport {
        private final FaultyNetwork bad;
        private Transport current;

        Line(Transport calm, FaultyNetwork.Plan plan, long seed) {
            this.bad = new FaultyNetwork(calm, plan, seed);
            this.current = calm;
        }

        @Override
        public Answer send(Call call) throws IOException {
            return current.send(call);
        }

        void spoil() {
            current = bad;
        }

        void calm(Transport calm) throws IOException {
            bad.settle();
            current = calm;
        }
    }

    /** Makes the tags and that many Macs, each of which syncs once so that the server knows it. */
    public History(
            long seed,
            int macCount,
            ServerUnderTest server,
            Transport transport,
            FaultyNetwork.Plan plan,
            Instant start) {
        this.seed = seed;
        this.random = new Random(seed);
        this.server = server;
        this.clock = new ManualClock(start);
        server.createTags(TAGS);
        if (isStandalone()) {
            server.standalone();
        }
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < macCount; number++) {
            ids.add("history-" + seed + "-" + number);
            add(ids.getLast(), transport, plan);
        }
        this.ruleMaker = new RuleMaker(random, TAGS, ids);
    }

    private void add(String machineId, Transport transport, FaultyNetwork.Plan plan) {
        Line line = new Line(transport, plan, random.nextLong());
        SimulatedMac mac = new SimulatedMac(
                server.newMac(machineId)
                        .version(pick(VERSIONS))
                        .format(random.nextBoolean() ? WireFormat.JSON : WireFormat.PROTOBUF)
                        .build(),
                line,
                clock);
        SyncReport report = mac.sync();
        if (!report.succeeded()) {
            throw new IllegalStateException("a Mac's first sync failed: " + report.failure());
        }
        line.spoil();
        macs.add(mac);
        lines.add(line);
        tags.put(machineId, Set.of());
    }

    /** Plays that many steps, calms the network, and compares. */
    public Outcome play(int length, Transport calm) {
        for (int step = 0; step < length; step++) {
            step();
        }
        return end(calm);
    }

    private void step() {
        SimulatedMac mac = pick(macs);
        String id = mac.profile().machineId();
        int dice = random.nextInt(100);
        if (dice < 12 && isStandalone()) {
            makeOwnRule(mac);
        } else if (dice < 45) {
            // Something new runs, so that a sync has an event to upload.
            mac.execute(Software.unsigned("tool of " + id, String.valueOf(steps.size())), "casey");
            note(id + " syncs: " + count(mac.sync()));
        } else if (dice < 68) {
            write(ruleMaker.next());
        } else if (dice < 80 && !rules.isEmpty()) {
            delete(pick(rules));
        } else if (dice < 88) {
            retag(id);
        } else if (dice < 92) {
            note(id + " takes rules alone: " + mac.syncRules().failure());
        } else if (dice < 95) {
            mac.loseRules();
            note(id + " loses its rules");
        } else if (dice < 98) {
            mac.requireClean(dice == 97 ? SyncType.CLEAN_ALL : SyncType.CLEAN);
            note(id + " wants " + mac.neededSync());
        } else {
            server.crash();
            note("the server crashes");
        }
    }

    private boolean isStandalone() {
        return seed % STANDALONE_EVERY == 0;
    }

    /** Only what the server allows a Mac to do becomes a rule. */
    private void makeOwnRule(SimulatedMac mac) {
        int before = mac.rules().size();
        Binary file = Software.unsigned("own tool", String.valueOf(random.nextInt(10)));
        if (random.nextBoolean()) {
            mac.allowLocally(file);
        } else {
            mac.compile(COMPILER, file);
        }
        ownRules += mac.rules().size() - before;
        note(mac.profile().machineId() + " makes rules of its own: "
                + (mac.rules().size() - before));
    }

    private String count(SyncReport report) {
        syncs += report.succeeded() ? 1 : 0;
        return report.type() + " " + report.rulesReceived() + " " + report.failure();
    }

    private void write(Rule rule) {
        note("write " + rule);
        server.write(rule);
        rules.removeIf(other -> sameKey(rule, other));
        rules.add(rule);
    }

    private static boolean sameKey(Rule a, Rule b) {
        return a.scope().equals(b.scope())
                && a.type() == b.type()
                && a.identifier().equals(b.identifier());
    }

    private void delete(Rule rule) {
        note("delete " + rule);
        server.delete(rule);
        rules.remove(rule);
    }

    private void retag(String machineId) {
        Set<String> chosen = new HashSet<>(TAGS);
        chosen.removeIf(tag -> random.nextBoolean());
        note(machineId + " carries " + chosen);
        server.setTags(machineId, chosen);
        tags.put(machineId, chosen);
    }

    private Outcome end(Transport calm) {
        List<Oracle.Difference> differences = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        IntendedPolicy intended = new IntendedPolicy(rules);
        for (int index = 0; index < macs.size(); index++) {
            SimulatedMac mac = macs.get(index);
            settle(lines.get(index), calm);
            SyncReport last = mac.sync();
            for (int sync = 1; sync < CALM_SYNCS; sync++) {
                last = mac.sync();
            }
            if (!last.succeeded()) {
                failures.add(mac.profile().machineId() + ": " + last.failure());
            }
            differences.addAll(Oracle.check(mac, intended.rowsFor(subject(mac), clock.now())));
        }
        int faults = lines.stream().mapToInt(line -> line.bad.faults()).sum();
        return new Outcome(seed, differences, failures, syncs, ownRules, faults, List.copyOf(steps));
    }

    private Subject subject(SimulatedMac mac) {
        String id = mac.profile().machineId();
        return new Subject(id, tags.getOrDefault(id, Set.of()), mac.profile().version());
    }

    private static void settle(Line line, Transport calm) {
        try {
            line.calm(calm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(String step) {
        steps.add(step);
    }

    private <T> T pick(List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }
}
