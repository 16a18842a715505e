package io.gatehouse.testkit.demo;

import io.gatehouse.testkit.demo.DemoState.Enrolment;
import io.gatehouse.testkit.product.Account;
import io.gatehouse.testkit.product.ProductFailure;
import io.gatehouse.testkit.product.ServerProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/**
 * Starts the packaged server, fills it through its public API on the first start, and lets 200 simulated Macs sync with it
 * until it is stopped. Everything is kept in the data folder, so the next start goes on where this one ends.
 */
public final class Demo implements AutoCloseable {
    private final DemoSettings settings;
    private final PrintStream out;
    private final DemoFile<DemoState> stateFile;
    private final DemoFile<DemoReport> reportFile;
    private final ServerProcess server;
    private volatile AutoCloseable fleet = () -> {};
    private boolean closed;

    /** Starts the server's process and nothing else. */
    Demo(DemoSettings settings, PrintStream out) throws IOException {
        this.settings = settings;
        this.out = out;
        this.stateFile = new DemoFile<>(settings.file("demo-state.json"), DemoState.class);
        this.reportFile = new DemoFile<>(settings.file("demo.json"), DemoReport.class);
        reportFile.delete();
        out.println("Starting Gatehouse; its log is " + settings.file("server.log"));
        this.server = ServerProcess.start(
                settings.launcher(),
                settings.file("server.log"),
                Map.of(
                        "GATEHOUSE_DATA", settings.dataFolder().toString(),
                        "GATEHOUSE_PORT", String.valueOf(settings.port())));
    }

    /** The first argument may name another launcher of the server than the project's own. */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        int status = 1;
        try {
            Demo demo = new Demo(DemoSettings.of(System.getenv(), arguments), System.out);
            Runtime.getRuntime().addShutdownHook(new Thread(demo::close));
            demo.start();
            status = demo.await();
        } catch (ProductFailure | IllegalArgumentException e) {
            System.err.println(e.getMessage());
        }
        System.exit(status);
    }

    /** Comes back when people can sign in and Macs sync. */
    void start() throws InterruptedException {
        server.awaitHealthy(settings.address());
        boolean first = Founding.isNeeded(settings.address());
        DemoState state = first ? furnish(found()) : known();
        DemoFleet macs =
                new DemoFleet(settings.file("demo-macs.json"), new DemoMacs(settings.address()).all(state), out);
        fleet = macs;
        macs.start();
        if (first) {
            assignOwners(state);
        }
        DemoReport report = DemoReport.of(settings.address(), state);
        reportFile.write(report);
        report.print(out);
    }

    /** Waits until the server ends, and says how it ended. */
    int await() throws InterruptedException {
        int status = server.await();
        out.println("The server has ended; its log is " + settings.file("server.log"));
        return status;
    }

    private DemoState known() {
        return stateFile
                .read()
                .orElseThrow(() -> new ProductFailure("The data in " + settings.dataFolder()
                        + " are not the demo's, or its first start was interrupted. Name another folder in"
                        + " GATEHOUSE_DATA, or remove this one."));
    }

    private DemoState found() throws InterruptedException {
        out.println("First start: making organizations, people and rules");
        List<Account> accounts = Cast.withFreshPasswords();
        Map<String, String> organizations = new Founding(settings.address(), accounts).found(server.firstRunCode());
        return new DemoState(accounts, organizations, List.of(), Map.of());
    }

    private DemoState furnish(DemoState founded) {
        List<Enrolment> enrolments = new Scenery(settings.address(), founded).build();
        Enrolment office = enrolments.getFirst();
        Map<String, List<String>> owned = Map.of(
                founded.account(Cast.ENTERPRISE, "END_USER").email(),
                List.of(DemoMacs.machineId(office, 0), DemoMacs.machineId(office, 1)),
                founded.account(Cast.ENTERPRISE, "TEAM_LEAD").email(),
                List.of(DemoMacs.machineId(office, 2)));
        DemoState state = new DemoState(founded.accounts(), founded.organizations(), enrolments, owned);
        stateFile.write(state);
        return state;
    }

    private void assignOwners(DemoState state) throws InterruptedException {
        Owners owners = new Owners(settings.address(), state);
        for (Map.Entry<String, List<String>> entry : state.owned().entrySet()) {
            for (String machineId : entry.getValue()) {
                owners.assign(entry.getKey(), machineId);
            }
        }
    }

    /** Stops the Macs before the server, so that none of them sees it going. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        reportFile.delete();
        try {
            fleet.close();
        } catch (Exception e) {
            out.println("The Macs did not stop in order: " + e);
        }
        server.close();
    }
}
