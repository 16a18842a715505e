package io.gatehouse.testing;

import io.gatehouse.Gatehouse;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One more server of the same installation, on a random port, for tests of what several nodes share. */
public final class AnotherNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private AnotherNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts it; takes some seconds. */
    public static AnotherNode start() {
        return new AnotherNode(new SpringApplicationBuilder(Gatehouse.class)
                .initializers(new TestServer())
                .run("--server.port=0", "--spring.jmx.enabled=false"));
    }

    /** Where it listens on the loopback address. */
    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }
}
