package io.gatehouse.testing;

import io.gatehouse.Gatehouse;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One more server of the same installation, on a random port, for tests of what several nodes share. */
public final class AnotherNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private AnotherNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts it; takes some seconds.
     *
     * @param settings of its own, as {@code name=value}
     */
    public static AnotherNode start(String... settings) {
        Stream<String> all = Stream.concat(Stream.of("server.port=0", "spring.jmx.enabled=false"), Stream.of(settings));
        return new AnotherNode(new SpringApplicationBuilder(Gatehouse.class)
                .initializers(new TestServer())
                .run(all.map(setting -> "--" + setting).toArray(String[]::new)));
    }

    /** Where it listens on the loopback address. */
    public int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** One of its parts. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
