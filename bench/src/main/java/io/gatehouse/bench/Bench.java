package io.gatehouse.bench;

import io.gatehouse.testkit.fleet.WireFormat;
import io.gatehouse.testkit.fleet.load.EventBatches;
import io.gatehouse.testkit.fleet.load.LoadDevices;
import io.gatehouse.testkit.fleet.load.LoadGenerator;
import io.gatehouse.testkit.fleet.load.LoadReport;
import io.gatehouse.testkit.fleet.load.LoadWire;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Runs every load test once, from an empty installation, and writes the figures. */
public final class Bench {

    private static final Set<String> PARTS = Set.of(
            System.getProperty("bench.parts", "sync,pages,replay,ledger,search").split(","));
    private static final int ORGANIZATIONS = Integer.getInteger("bench.organizations", 50);
    private static final int DEVICES = Integer.getInteger("bench.devices", 100_000);
    private static final int RULES = Integer.getInteger("bench.rules", 10_000);
    private static final int CONNECTIONS = Integer.getInteger("bench.connections", 48);
    private static final int EVENTS = Integer.getInteger("bench.events", 600_000);
    private static final int EVENTS_EACH = 50;
    private static final int CHANGED_DEVICES = 10_000;
    private static final int CHANGED_RULES = 10;
    private static final double FLOOR_RATE = 600;
    private static final Duration LONG = Duration.ofSeconds(Integer.getInteger("bench.seconds", 30));
    private static final LoadWire WIRE = new LoadWire(WireFormat.JSON, true);

    private final Installation installation;
    private final Figures figures = new Figures();

    private Bench(Installation installation) {
        this.installation = installation;
    }

    /** The argument is the page to write. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("gatehouse-bench");
        try (Installation installation = Installation.start(folder)) {
            new Bench(installation).run(Path.of(arguments[0]));
        }
    }

    private void run(Path page) throws Exception {
        installation.found(ORGANIZATIONS);
        if (PARTS.contains("sync")) {
            sync();
        }
        if (PARTS.contains("pages")) {
            new PagesBench(installation, figures).run();
        }
        if (PARTS.contains("replay")) {
            new ReplayBench(installation, figures).run();
        }
        if (PARTS.contains("ledger")) {
            new LedgerBench(installation, figures).run();
        }
        if (PARTS.contains("search")) {
            new SearchBench(installation, figures).run();
        }
        figures.write(page, settings());
    }

    private void sync() throws IOException, InterruptedException, SQLException {
        long rulesStart = System.nanoTime();
        installation.customers().forEach(customer -> Rules.add(customer, 0, RULES));
        figures.add(
                "Rules imported and published per second, through the API, book included",
                Figures.number((double) ORGANIZATIONS * RULES * 1e9 / (System.nanoTime() - rulesStart)),
                "");
        try (Memory memory = new Memory(installation.serverPid())) {
            LoadDevices devices = enrol();
            unchanged(devices);
            ruleChange(devices);
            events(devices);
            figures.add("Highest resident memory of the server, MiB", Long.toString(memory.highest()), "< 600");
        }
        warmStart();
    }

    /** One Mac of each organization takes all rules; the others are told to hold them already, as after a long life. */
    private LoadDevices enrol() throws InterruptedException {
        List<URI> addresses = installation.customers().stream()
                .map(Installation.Customer::syncBaseUrl)
                .toList();
        LoadDevices first = new LoadDevices(addresses, ORGANIZATIONS, "first");
        LoadReport downloads = sound(new LoadGenerator(first, WIRE, 4, false).oneSyncEach());
        figures.add(
                "Rules downloaded by a Mac that held none, each of %d Macs".formatted(ORGANIZATIONS),
                Figures.number((double) downloads.rules() / ORGANIZATIONS),
                Integer.toString(RULES));
        LoadDevices devices = new LoadDevices(addresses, DEVICES, "fleet");
        for (int organization = 0; organization < ORGANIZATIONS; organization++) {
            devices.hold(addresses.get(organization), first.rules(organization));
        }
        LoadReport enrolled = sound(generator(devices).oneSyncEach());
        figures.add("First syncs (enrolments) per second", Figures.number(enrolled.perSecond(enrolled.syncs())), "");
        return devices;
    }

    private void unchanged(LoadDevices devices) throws InterruptedException {
        generator(devices).syncs(0, Duration.ofSeconds(10));
        LoadReport most = sound(generator(devices).syncs(0, LONG));
        figures.add(
                "No-change syncs per second, at most",
                Figures.number(most.perSecond(most.syncs())),
                "≥ 600, aim 2,000");
        figures.add("– one sync (three requests) at that rate, p95 ms", p95(most, "sync"), "< 100");
        LoadReport steady = sound(generator(devices).syncs(FLOOR_RATE, LONG));
        figures.add("One sync at 600 syncs per second, p95 ms", p95(steady, "sync"), "< 100");
        for (String stage : List.of("preflight", "ruledownload", "postflight")) {
            figures.add("– its " + stage + ", p95 ms", p95(steady, stage), "");
        }
        figures.add(
                "Bytes of a no-change sync both ways, headers aside",
                Figures.number((double) (steady.bodyBytesSent() + steady.bodyBytesReceived()) / steady.syncs()),
                "< 1,500");
    }

    private void ruleChange(LoadDevices devices) throws InterruptedException {
        LoadDevices affected =
                new LoadDevices(List.of(installation.customers().getFirst().syncBaseUrl()), CHANGED_DEVICES, "changed");
        affected.hold(installation.customers().getFirst().syncBaseUrl(), devices.rules(0));
        sound(generator(affected).oneSyncEach());
        Rules.add(installation.customers().getFirst(), RULES, RULES + CHANGED_RULES);
        LoadReport change = sound(generator(affected).oneSyncEach());
        figures.add(
                "Rules that a 10-rule change costs each of 10,000 Macs",
                Figures.number((double) change.rules() / CHANGED_DEVICES),
                "10");
        figures.add(
                "– bytes received in bodies by each",
                Figures.number((double) change.bodyBytesReceived() / CHANGED_DEVICES),
                "");
        figures.add("– syncs per second while it spreads", Figures.number(change.perSecond(change.syncs())), "");
    }

    private void events(LoadDevices devices) throws InterruptedException, SQLException, IOException {
        LoadReport warm = generator(devices)
                .events(batches(devices, EVENTS / 6, Instant.now().minusSeconds(7_200)), 0);
        sound(warm);
        LoadReport report = sound(generator(devices).events(batches(devices, EVENTS, Instant.now()), 0));
        double durable = report.perSecond(report.events());
        double copy = CopyBaseline.rowsPerSecond(installation.database(), EVENTS / 2);
        figures.add("Events made durable per second, in uploads of 50", Figures.number(durable), "≥ 5,000");
        figures.add("– one upload, p95 ms", p95(report, "eventupload"), "");
        figures.add(
                "Plain COPY of such rows into the same columns and indexes, rows per second", Figures.number(copy), "");
        figures.add("– events / COPY", Figures.number(durable / copy), "aim 0.50, or 20,000 events per second");
    }

    private static EventBatches batches(LoadDevices devices, int events, Instant from) {
        return new EventBatches(devices, WIRE, events / EVENTS_EACH, EVENTS_EACH, from);
    }

    private void warmStart() throws IOException, InterruptedException {
        installation.stopServer();
        long start = System.nanoTime();
        installation.startAgain();
        HttpURLConnection page = (HttpURLConnection)
                installation.address().resolve("/console/").toURL().openConnection();
        if (page.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IllegalStateException("The first page answered " + page.getResponseCode());
        }
        figures.add("Warm start to the first page, seconds", Figures.number((System.nanoTime() - start) / 1e9), "< 8");
    }

    private LoadGenerator generator(LoadDevices devices) {
        return new LoadGenerator(devices, WIRE, CONNECTIONS, false);
    }

    /** A figure of a run with failures would be a lie. */
    private static LoadReport sound(LoadReport report) {
        if (report.failures() > 0) {
            throw new IllegalStateException(report.failures() + " failures, the first: " + report.firstFailure());
        }
        return report;
    }

    private static String p95(LoadReport report, String stage) {
        return Figures.number(report.latency(stage).percentile(95).toNanos() / 1e6);
    }

    private static Map<String, String> settings() throws IOException {
        Map<String, String> settings = new TreeMap<>(Installation.POSTGRES);
        settings.put("organizations", Integer.toString(ORGANIZATIONS));
        settings.put("known devices", Integer.toString(DEVICES));
        settings.put("rules of each organization", Integer.toString(RULES));
        settings.put("connections of the load", Integer.toString(CONNECTIONS));
        settings.put("load", "JSON, deflate, kept connections, HTTP without TLS on loopback");
        settings.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        settings.put(
                "processor",
                Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                        .filter(line -> line.startsWith("model name"))
                        .findFirst()
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .orElse("unknown"));
        settings.put(
                "JVM of the server",
                System.getenv().getOrDefault("GATEHOUSE_JAVA_OPTIONS", "as bin/gatehouse sets it"));
        return settings;
    }
}
