package io.gatehouse.testing;

import io.gatehouse.postgres.Database;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points the server under test at the test database. */
final class TestServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Database database = TestDatabase.database();
        TestPropertyValues.of(
                        "gatehouse.database.url=" + database.url(),
                        "gatehouse.database.owner.username=" + database.ownerUser(),
                        "gatehouse.database.owner.password=" + database.ownerPassword(),
                        "gatehouse.database.application.username=" + database.applicationUser(),
                        "gatehouse.database.application.password=" + database.applicationPassword(),
                        "gatehouse.database.data-folder=" + TestDatabase.dataFolder(),
                        "gatehouse.live.heartbeat=1s",
                        "gatehouse.live.check-every=1s",
                        "gatehouse.live.pause=50ms",
                        "springdoc.default-flat-param-object=true",
                        "springdoc.use-fqn=true",
                        "springdoc.override-with-generic-response=false",
                        "server.forward-headers-strategy=native",
                        "gatehouse.password.memory=64KB",
                        "gatehouse.password.iterations=1",
                        "gatehouse.sign-in.failures-per-source=100000")
                .applyTo(context);
    }
}
