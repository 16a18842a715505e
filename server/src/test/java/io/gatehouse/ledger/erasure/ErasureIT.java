package io.gatehouse.ledger.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.Personal;
import io.gatehouse.testing.AnotherNode;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.OwnerDatabase;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.Statements;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the book says of somebody is gone after an order to erase it, and only after one. */
@ServerTest
final class ErasureIT {

    private static final String LEDGER = "/api/organizations/{o}/ledger";
    private static final String WHY = "Asked for by letter of 3 May";

    private final Transactions transactions;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final Api admin;
    private final PersonId ada = new PersonId(UUID.randomUUID());

    @Autowired
    ErasureIT(Transactions transactions, Ledger ledger, JdbcClient jdbc, TestOrganizations organizations) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
    }

    @Test
    void valuesAreGoneAndEveryHashIsWhatItWas() {
        append(acme, "person.join");
        append(acme, "person.rename");
        List<JsonNode> before = entries();
        JsonNode preview =
                admin.get(LEDGER + "/erasures/preview?subject=" + ada).json();
        assertThat(preview.at("/values").asInt()).isEqualTo(4);
        assertThat(preview.at("/entries").asInt()).isEqualTo(2);
        assertThat(preview.at("/remaining").asInt()).isEqualTo(2);
        assertThat(preview.at("/subjectType").asString()).isEqualTo("person");
        assertThat(preview.at("/holds").isEmpty()).isTrue();

        assertThat(erase(admin, ada).json().at("/state").asString()).isEqualTo("DONE");
        JsonNode order =
                admin.get(LEDGER + "/entries?action=ledger.erase").json().at("/items/0");
        assertThat(order.at("/object/id").asString()).isEqualTo(ada.toString());
        assertThat(order.at("/reason").asString()).isEqualTo(WHY);
        for (JsonNode entry : before) {
            JsonNode after =
                    admin.get(LEDGER + "/entries/" + entry.at("/id").asString()).json();
            assertThat(after.at("/canonical")).isEqualTo(entry.at("/canonical"));
            assertThat(after.at("/leafHash").asString())
                    .isEqualTo(leaf(entry.at("/canonical").asString()));
            assertThat(after.at("/object/name").asString()).isEqualTo("(erased)");
            assertThat(after.at("/actor/displayName")).isEqualTo(entry.at("/actor/displayName"));
            JsonNode gone = after.at("/erased");
            assertThat(gone.valueStream().map(value -> value.at("/path").asString()))
                    .containsExactly("/after/email", "/object/name");
            assertThat(gone.at("/0/order")).isEqualTo(order.at("/id"));
            assertThat(gone.at("/0/by/displayName")).isEqualTo(order.at("/actor/displayName"));
            assertThat(gone.at("/0/at")).isEqualTo(order.at("/recordedAt"));
        }
    }

    @Test
    void aCopyOfTheTableOpensNothingAndLaterValuesHaveAnotherKey() {
        append(acme, "person.join");
        UUID entry = UUID.fromString(entries().getFirst().at("/id").asString());
        List<Map<String, Object>> copy = OwnerDatabase.query(
                acme.id(), "select entry_id, path, subject, sealed from ledger.payload where subject = ?", ada.value());
        assertThat(copy).hasSize(2);
        erase(admin, ada);
        append(acme, "person.resume");
        copy.forEach(row -> OwnerDatabase.update(
                acme.id(),
                "insert into ledger.payload values (?, ?, ?, ?, ?)",
                acme.id().value(),
                row.get("entry_id"),
                row.get("path"),
                row.get("sealed"),
                row.get("subject")));
        assertThat(details(entry).at("/object/name").asString()).isEqualTo("(erased)");
        assertThat(named("person.resume")).isEqualTo("Ada Lovelace");
        try (AnotherNode node = AnotherNode.start()) {
            var other = node.bean(Transactions.class);
            OrganizationScope scope = acme.scope(Role.SECURITY_ADMIN);
            other.write(scope, () -> node.bean(Ledger.class).append(scope, entry("person.suspend")));
            assertThat(details(entry).at("/object/name").asString()).isEqualTo("(erased)");
            erase(admin, ada);
            // The other node still remembers the key that is gone.
            other.write(scope, () -> node.bean(Ledger.class).append(scope, entry("person.suspend")));
        }
        assertThat(named("person.suspend")).isEqualTo("Ada Lovelace");
        assertThat(named("person.resume")).isEqualTo("(erased)");
    }

    @Test
    void theServersRoleErasesNothingWithoutAnOrderInTheBook() {
        append(acme, "person.join");
        for (String attempt : List.of(
                "delete from ledger.payload",
                "delete from vault.erasable_key",
                "update vault.erasable_key set wrapped = ''",
                "select vault.destroy_erasable_key('subject " + ada + "')",
                "select vault.lock_erasable_key('subject " + ada + "')")) {
            assertRefused(acme, attempt, "permission denied");
        }
        assertRefused(acme, "select ledger.erase('" + ada + "')", "no order of this transaction");
        erase(admin, ada);
        append(acme, "person.resume");
        assertRefused(acme, "select ledger.erase('" + ada + "')", "no order of this transaction");
        assertThat(named("person.resume")).isEqualTo("Ada Lovelace");
    }

    @Test
    void anotherOrganizationKeepsWhatItsOwnBookSays() {
        TestOrganization other = organizations.enterprise();
        append(acme, "person.join");
        append(other, "person.join");
        erase(admin, ada);
        JsonNode theirs = other.as(Role.AUDITOR)
                .get(LEDGER + "/entries?action=person.join")
                .json()
                .at("/items/0");
        assertThat(theirs.at("/object/name").asString()).isEqualTo("Ada Lovelace");
        assertThat(erase(other.as(Role.SECURITY_ADMIN), new PersonId(UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anErasureWaitsForWhoeverWritesNowAndTakesTheirValuesToo() {
        append(acme, "person.join");
        OrganizationScope scope = acme.scope(Role.SECURITY_ADMIN);
        CompletableFuture<Api.Answer> erased = transactions.write(scope, () -> {
            ledger.append(scope, entry("person.suspend"));
            CompletableFuture<Api.Answer> ordered = CompletableFuture.supplyAsync(() -> erase(admin, ada));
            Awaitility.await().until(this::somebodyWaits);
            assertThat(ordered).isNotDone();
            return ordered;
        });
        assertThat(erased.join().json().at("/state").asString()).isEqualTo("DONE");
        assertThat(named("person.suspend")).isEqualTo("(erased)");
        JsonNode entries = admin.get(LEDGER + "/entries?objectId=" + ada).json().at("/items");
        assertThat(entries.valueStream().map(entry -> entry.at("/action").asString()))
                .as("the order comes after all that it erases")
                .containsExactly("ledger.erase", "person.suspend", "person.join");
    }

    @Test
    void appendingAsksForItsKeysByOneStatement() {
        append(acme, "person.join");
        try (Statements statements = new Statements()) {
            append(acme, "person.resume");
            assertThat(statements.run().stream().filter(sql -> sql.contains(" vault.")))
                    .hasSize(1);
        }
    }

    @Test
    void nobodyErasesTheirOwnTracesOrWithoutAReason() {
        PersonId self = acme.person(Role.SECURITY_ADMIN).id();
        assertThat(erase(admin, self).status()).isEqualTo(422);
        assertThat(erase(admin, new PersonId(acme.id().value())).status()).isEqualTo(422);
        append(acme, "person.join");
        assertThat(admin.post(LEDGER + "/erasures", Map.of("subject", ada, "reason", "short"))
                        .status())
                .isEqualTo(422);
        assertThat(erase(acme.as(Role.AUDITOR), ada).status()).isEqualTo(403);
        admin.freshFactor(null);
        assertThat(erase(admin, ada).body()).contains("fresh-factor-needed");
        assertThat(named("person.join")).isEqualTo("Ada Lovelace");
    }

    private void append(TestOrganization organization, String action) {
        OrganizationScope scope = organization.scope(Role.SECURITY_ADMIN);
        transactions.write(scope, () -> ledger.append(scope, entry(action)));
    }

    private NewEntry entry(String action) {
        return NewEntry.ofPerson(action, ada, "Ada Lovelace")
                .change(null, Map.of("email", new Personal("ada@example.test", ada)));
    }

    private static Api.Answer erase(Api admin, PersonId subject) {
        return admin.post(LEDGER + "/erasures", Map.of("subject", subject, "reason", WHY));
    }

    private List<JsonNode> entries() {
        return admin.get(LEDGER + "/entries?objectType=person&objectId=" + ada)
                .json()
                .at("/items")
                .valueStream()
                .map(entry -> details(UUID.fromString(entry.at("/id").asString())))
                .toList();
    }

    private JsonNode details(UUID entry) {
        return admin.get(LEDGER + "/entries/" + entry).json();
    }

    private String named(String action) {
        return admin.get(LEDGER + "/entries?action=" + action)
                .json()
                .at("/items/0/object/name")
                .asString();
    }

    private void assertRefused(TestOrganization organization, String sql, String message) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transactions.write(
                        organization.scope(),
                        () -> jdbc.sql(sql).query((_, _) -> true).list()))
                .havingRootCause()
                .withMessageContaining(message);
    }

    private boolean somebodyWaits() {
        return transactions.read(
                acme.scope(),
                () -> jdbc.sql("select exists (select from pg_locks where locktype = 'transactionid' and not granted)")
                        .query(Boolean.class)
                        .single());
    }

    private static String leaf(String canonical) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) 0);
            return HexFormat.of().formatHex(digest.digest(canonical.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
