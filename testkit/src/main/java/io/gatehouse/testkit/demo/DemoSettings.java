package io.gatehouse.testkit.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/** Where the demo keeps its data, where the server listens, and what starts it. */
record DemoSettings(Path dataFolder, int port, Path launcher) {

    /** Reads {@code GATEHOUSE_DATA} and {@code GATEHOUSE_PORT}; the launcher is the project's own unless one is given. */
    static DemoSettings of(Map<String, String> environment, String[] arguments) {
        Path data = Path.of(environment.getOrDefault("GATEHOUSE_DATA", "data"));
        String port = environment.getOrDefault("GATEHOUSE_PORT", "8080");
        if (!port.matches("[1-9]\\d{0,4}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException("GATEHOUSE_PORT must be a port from 1 to 65535, not " + port);
        }
        Path launcher = Path.of(arguments.length > 0 ? arguments[0] : "bin/gatehouse");
        return new DemoSettings(data.toAbsolutePath(), Integer.parseInt(port), launcher.toAbsolutePath());
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    Path file(String name) {
        return dataFolder.resolve(name);
    }
}
