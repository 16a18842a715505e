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
                        // TestClock moves the server's clock and not the database's.
                        "gatehouse.ledger.clock.tolerance=36500d",
                        "gatehouse.outgoing.networks=127.0.0.0/8",
                        "gatehouse.dns.resolver=127.0.0.1:" + TestDomains.NAMES.port(),
                        "gatehouse.slack.address=" + TestSlack.SLACK.address(),
                        "gatehouse.ledger.timestamps.address=" + TestStamps.AUTHORITY.address(),
                        "gatehouse.ledger.timestamps.anchors=" + TestStamps.ANCHOR,
                        "gatehouse.database.data-folder=" + TestDatabase.dataFolder())
                .applyTo(context);
    }
}
