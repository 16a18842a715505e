package io.gatehouse.testkit.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.testkit.fleet.MacMemory;
import io.gatehouse.testkit.product.ProductFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private Path launcher;

    @BeforeEach
    void writeLauncher() throws IOException {
        launcher = folder.resolve("launcher");
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        Files.writeString(
                launcher,
                "#!/bin/sh\nexec %s -cp '%s' %s\n"
                        .formatted(java, System.getProperty("java.class.path"), StubProduct.class.getName()));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return String.valueOf(socket.getLocalPort());
        }
    }

    private DemoSettings settings() throws IOException {
        return DemoSettings.of(
                Map.of("GATEHOUSE_DATA", folder.resolve("data").toString(), "GATEHOUSE_PORT", freePort()),
                new String[] {launcher.toString()});
    }

    private Demo demo(DemoSettings settings) throws IOException {
        return new Demo(settings, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @Test
    void firstStartFoundsAndTheNextGoesOn() throws Exception {
        DemoSettings first = settings();
        DemoReport report;
        try (Demo demo = demo(first)) {
            demo.start();
            report = new DemoFile<>(first.file("demo.json"), DemoReport.class)
                    .read()
                    .orElseThrow();
        }
        assertThat(first.file("demo.json")).doesNotExist();
        assertThat(report.people())
                .hasSize(17)
                .allSatisfy(person -> assertThat(person.password()).hasSize(20));
        assertThat(report.sync())
                .extracting(DemoReport.Sync::organization)
                .containsExactly(Cast.ENTERPRISE, Cast.BANK, Cast.CLINIC);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains(report.address(), "Elin".toLowerCase());
        List<String> calls = Files.readAllLines(first.file("calls"));
        assertThat(calls)
                .filteredOn(call -> call.startsWith("POST /api/invitations/accept"))
                .hasSize(15);
        assertThat(calls).filteredOn(call -> call.contains("/devices/i1/owner")).hasSize(3);
        goesOn(report, calls.size());
    }

    private void goesOn(DemoReport before, int calls) throws Exception {
        DemoSettings second = settings();
        try (Demo demo = demo(second)) {
            demo.start();
            DemoReport report = new DemoFile<>(second.file("demo.json"), DemoReport.class)
                    .read()
                    .orElseThrow();
            assertThat(report.people()).isEqualTo(before.people());
            assertThat(report.sync().getFirst().syncBaseUrl())
                    .startsWith(second.address().toString());
        }
        assertThat(Files.readAllLines(second.file("calls"))).hasSizeLessThan(calls + 5);
        MacMemory[] memories = new DemoFile<>(second.file("demo-macs.json"), MacMemory[].class)
                .read()
                .orElseThrow();
        assertThat(memories).hasSize(200);
        assertThat(Files.getPosixFilePermissions(second.file("demo-state.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void serverThatDoesNotStartIsReported() throws IOException {
        Files.writeString(launcher, "#!/bin/sh\nexit 3\n");
        try (Demo demo = demo(settings())) {
            assertThatThrownBy(demo::start).isInstanceOf(ProductFailure.class).hasMessageContaining("server.log");
        }
    }

    @Test
    void dataOfSomebodyElseAreLeftAlone() throws IOException {
        DemoSettings settings = settings();
        Files.createDirectories(settings.dataFolder());
        Files.createFile(settings.file("set-up"));
        try (Demo demo = demo(settings)) {
            assertThatThrownBy(demo::start).isInstanceOf(ProductFailure.class).hasMessageContaining("GATEHOUSE_DATA");
        }
    }

    @Test
    void portMustBeOne() {
        for (String port : List.of("0", "65536", "http", "")) {
            assertThatThrownBy(() -> DemoSettings.of(Map.of("GATEHOUSE_PORT", port), new String[0]))
                    .hasMessageContaining("1 to 65535");
        }
    }

    @Test
    void macsAreTheSameAtEveryStartAndOwnedOnesComeFirst() {
        DemoState.Enrolment office =
                new DemoState.Enrolment(Cast.ENTERPRISE, "Office", "http://localhost:1/santa/s", 20);
        String mine = DemoMacs.machineId(office, 7);
        DemoState state = new DemoState(
                List.of(), Map.of(), List.of(office), Map.of("elin.ravensdale@acme-robotics.example", List.of(mine)));
        DemoMacs macs = new DemoMacs(URI.create("http://localhost:9999"));
        List<DemoMacs.DemoMac> all = macs.all(state);
        assertThat(all).isEqualTo(macs.all(state)).hasSize(20);
        assertThat(all.getFirst().profile().machineId()).isEqualTo(mine);
        assertThat(all.getFirst().profile().primaryUser()).isEqualTo("elin.ravensdale@acme-robotics.example");
        assertThat(all.getFirst().habit().first()).isNotEmpty();
        assertThat(all).extracting(mac -> mac.profile().serialNumber()).doesNotHaveDuplicates();
        assertThat(all)
                .allSatisfy(
                        mac -> assertThat(mac.profile().syncBaseUrl()).hasToString("http://localhost:9999/santa/s"));
        assertThat(all.stream().map(mac -> mac.profile().version().text()).collect(Collectors.toSet()))
                .hasSizeGreaterThan(3);
    }
}
