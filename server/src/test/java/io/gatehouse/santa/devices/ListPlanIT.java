package io.gatehouse.santa.devices;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.Sql;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.postgres.Database;
import io.gatehouse.santa.SantaData;
import io.gatehouse.santa.TagRef;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestDatabase;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The list of devices reads by an index, as the application's role and under row-level security. */
@ServerTest
final class ListPlanIT {

    private static final int DEVICES = 20_000;

    private final TestOrganizations organizations;
    private final SantaData santa;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final DeviceStore store;

    @Autowired
    ListPlanIT(
            TestOrganizations organizations,
            SantaData santa,
            Transactions transactions,
            JdbcClient jdbc,
            DeviceStore store) {
        this.organizations = organizations;
        this.santa = santa;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.store = store;
    }

    @Test
    void aPageByHostNameStopsAfterItsRows() {
        TestOrganization acme = organizations.enterprise();
        TagRef tag = santa.tag(acme, "Staff", 0);
        santa.device(acme, "first", tag);
        fill(acme);
        String all = plan(acme, new DeviceQuery(null, null, null, null, null, null, false));
        assertThat(all).contains("device_hostname").doesNotContain("Sort").doesNotContain("Seq Scan on device ");
        String owned =
                plan(acme, new DeviceQuery(null, null, null, null, acme.id().value(), null, false));
        assertThat(owned).containsAnyOf("device_owner", "device_hostname").doesNotContain("Seq Scan on device ");
        String late = plan(acme, new DeviceQuery("mac-1", tag.id(), null, DeviceHealth.LATE, null, null, false));
        assertThat(late).doesNotContain("Seq Scan on device ");
    }

    private String plan(TestOrganization acme, DeviceQuery query) {
        Sql page = store.statement(acme.id(), query, DeviceStore.BY_HOSTNAME, Instant.now())
                .append("limit 51");
        return transactions.<String>read(
                acme.scope(),
                () -> String.join(
                        "\n",
                        Sql.of("explain")
                                .append(page)
                                .on(jdbc)
                                .query(String.class)
                                .list()));
    }

    private void fill(TestOrganization acme) {
        transactions.write(acme.scope(), () -> {
            jdbc.sql("""
                            insert into santa.device (organization_id, id, machine_id, enrolment_id, credential_kind,
                                policy_id, hostname, serial_number)
                            select organization_id, gen_random_uuid(), 'machine-' || i, enrolment_id, 'SECRET', policy_id,
                                'mac-' || i, 'SERIAL-' || i
                            from santa.device, generate_series(1, :count) i where hostname = 'first'
                            """).param("count", DEVICES).update();
            jdbc.sql("""
                            insert into santa.device_sync (organization_id, device_id)
                            select organization_id, id from santa.device where hostname <> 'first'
                            """).update();
        });
        analyze();
    }

    /** As autovacuum would soon; the application's role may not. */
    private static void analyze() {
        Database database = TestDatabase.database();
        JdbcClient.create(new DriverManagerDataSource(database.url(), database.ownerUser(), database.ownerPassword()))
                .sql("analyze santa.device, santa.device_sync, santa.device_tag")
                .update();
    }
}
