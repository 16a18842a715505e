package io.gatehouse.ledger.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.Sealer;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.postgres.Database;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestDatabase;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What was written before values had keys of their own is still there, is read, and can be erased. */
@ServerTest
final class EarlierValuesIT {

    private static final String LEDGER = "/api/organizations/{o}/ledger";
    private static final byte[] SALT = new byte[16];
    private static final UUID ADA = UUID.randomUUID();

    private final Transactions transactions;
    private final Sealer sealer;
    private final JdbcClient jdbc;
    private final TestOrganization acme;

    @Autowired
    EarlierValuesIT(Transactions transactions, Sealer sealer, JdbcClient jdbc, TestOrganizations organizations) {
        this.transactions = transactions;
        this.sealer = sealer;
        this.jdbc = jdbc;
        this.acme = organizations.enterprise();
    }

    @Test
    void isReadAndErased() throws Exception {
        UUID entry = Ids.next();
        insertOfVersion1(entry);
        Api admin = acme.as(Role.SECURITY_ADMIN);
        assertThat(admin.get(LEDGER + "/entries/" + entry)
                        .json()
                        .at("/object/name")
                        .asString())
                .isEqualTo("Ada");
        admin.post(LEDGER + "/erasures", Map.of("subject", ADA, "reason", "Asked for by letter of 3 May"));
        JsonNode erased = admin.get(LEDGER + "/entries/" + entry).json();
        assertThat(erased.at("/object/name").asString()).isEqualTo("(erased)");
        assertThat(erased.at("/actor/displayName").asString()).isEqualTo("Gatehouse");
        assertThat(erased.at("/erased").size()).isEqualTo(1);
        assertThat(erased.at("/erased/0/subject").asString()).isEqualTo(ADA.toString());
        assertThat(erased.at("/erased/0/order").isNull()).isFalse();
    }

    @Test
    void isGivenItsSubjectAndItsClass() {
        Database database = TestDatabase.fresh("earlier_values");
        var source = new DriverManagerDataSource(database.url(), database.ownerUser(), database.ownerPassword());
        JdbcClient owner = JdbcClient.create(source);
        UUID organization = Ids.next();
        UUID actor = UUID.randomUUID();
        migrate(database, source, "kernel", MigrationVersion.LATEST);
        migrate(database, source, "ledger", MigrationVersion.fromVersion("1"));
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        transaction.executeWithoutResult(_ -> {
            turnTo(owner, organization);
            owner.sql("""
                            insert into kernel.organization (id, slug, name, kind, accent_color, time_zone)
                            values (?, 'acme', 'Acme', 'ENTERPRISE', '#000000', 'UTC')
                            """).param(organization).update();
            insert(owner, organization, actor, "person.sign-in", "person", ADA.toString());
            insert(owner, organization, actor, "rule.create", "rule", "r");
            insert(owner, organization, null, "rule.expire", "rule", "r");
        });
        migrate(database, source, "ledger", MigrationVersion.LATEST);
        transaction.executeWithoutResult(_ -> {
            turnTo(owner, organization);
            assertThat(owner.sql("""
                            select e.action || ' ' || e.retention_class || ' ' || p.path || ' ' || p.subject
                            from ledger.payload p join ledger.entry e on e.id = p.entry_id
                            """).query(String.class).list())
                    .containsExactlyInAnyOrder(
                            "person.sign-in ACCESS /actor/name " + actor,
                            "person.sign-in ACCESS /after/x " + ADA,
                            "rule.create CONFIGURATION /actor/name " + actor,
                            "rule.create CONFIGURATION /after/x " + actor,
                            "rule.expire CONFIGURATION /actor/name " + organization,
                            "rule.expire CONFIGURATION /after/x " + organization);
        });
    }

    private void insertOfVersion1(UUID entry) throws Exception {
        byte[] payload = salted("\"Ada\"");
        String mark = "{\"$commitment\":\"" + hash(payload) + "\"}";
        String canonical =
                "{\"action\":\"person.join\",\"actor\":{\"id\":null,\"name\":\"Gatehouse\",\"type\":\"SYSTEM\"},"
                        + "\"after\":null,\"before\":null,\"correlationId\":\"c\",\"id\":\"" + entry
                        + "\",\"object\":{\"id\":\"" + ADA
                        + "\",\"name\":" + mark + ",\"type\":\"person\"},\"organization\":\"" + acme.id()
                        + "\",\"reason\":null,\"recordedAt\":\"2026-01-01T00:00:00Z\",\"version\":1}";
        byte[] bytes = canonical.getBytes(StandardCharsets.UTF_8);
        transactions.write(acme.scope(), () -> {
            jdbc.sql("""
                            with inserted as (
                                insert into ledger.entry (organization_id, id, recorded_at, actor_type, action, object_type,
                                    object_id, correlation_id, canonical, leaf_hash, retention_class)
                                values (:organization, :id, now(), 'SYSTEM', 'person.join', 'person', :ada, 'c', :bytes,
                                    sha256('\\x00'::bytea || :bytes), 'PEOPLE')
                                returning organization_id, id, leaf_hash)
                            insert into ledger.pending (organization_id, entry_id, hash) select * from inserted
                            """)
                    .param("organization", acme.id().value())
                    .param("id", entry)
                    .param("ada", ADA.toString())
                    .param("bytes", bytes)
                    .update();
            jdbc.sql(
                            "insert into ledger.payload (organization_id, entry_id, path, subject, sealed) values (?, ?, ?, ?, ?)")
                    .params(
                            acme.id().value(),
                            entry,
                            "/object/name",
                            ADA,
                            sealer.seal(acme.id(), "ledger payload " + entry + " /object/name", payload))
                    .update();
        });
    }

    private static byte[] salted(String json) {
        byte[] value = json.getBytes(StandardCharsets.UTF_8);
        byte[] payload = new byte[SALT.length + value.length];
        System.arraycopy(value, 0, payload, SALT.length, value.length);
        return payload;
    }

    private static String hash(byte[] payload) throws Exception {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(payload));
    }

    private static void insert(
            JdbcClient owner,
            UUID organization,
            @Nullable UUID actor,
            String action,
            String objectType,
            String objectId) {
        UUID entry = Ids.next();
        owner.sql("""
                        insert into ledger.entry (organization_id, id, recorded_at, actor_type, actor_id, action,
                            object_type, object_id, correlation_id, canonical, leaf_hash)
                        values (?, ?, now(), 'PERSON', ?, ?, ?, ?, 'c', '{}', sha256('entry'))
                        """)
                .params(Arrays.asList(organization, entry, actor, action, objectType, objectId))
                .update();
        for (String path : List.of("/actor/name", "/after/x")) {
            owner.sql("insert into ledger.payload values (?, ?, ?, '')")
                    .params(organization, entry, path)
                    .update();
        }
    }

    private static void turnTo(JdbcClient owner, UUID organization) {
        owner.sql("select set_config('app.organization', ?, true), set_config('app.installation', 'on', true)")
                .param(organization.toString())
                .query((_, _) -> true)
                .single();
    }

    private static void migrate(
            Database database, DriverManagerDataSource source, String schema, MigrationVersion target) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration/" + schema, "classpath:db/migration/common")
                .schemas(schema)
                .placeholders(Map.of("application", database.applicationUser()))
                .target(target)
                .load()
                .migrate();
    }
}
