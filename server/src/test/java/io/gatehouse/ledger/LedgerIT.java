package io.gatehouse.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestDatabase;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The book as those who write it and those who read it know it. */
@ServerTest
final class LedgerIT {

    private static final String ENTRIES = "/api/organizations/{o}/ledger/entries";

    private final Transactions transactions;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final TestOrganization acme;
    private final TestOrganizations organizations;

    @Autowired
    LedgerIT(Transactions transactions, Ledger ledger, JdbcClient jdbc, TestOrganizations organizations) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.organizations = organizations;
        this.acme = organizations.enterprise();
    }

    @Test
    void tellsWhoDidWhatToWhatAndWhy() {
        append(NewEntry.of("rule.change", "rule", "r-1", "Zoom")
                .because("Wanted by sales")
                .change(Map.of("policy", "BLOCKLIST"), Map.of("policy", "ALLOWLIST", "reach", 7L)));
        JsonNode entry = newest(acme.as(Role.AUDITOR), "?action=rule.change");
        assertThat(entry.at("/actor/displayName").asString())
                .isEqualTo(acme.person(Role.SECURITY_ADMIN).displayName());
        assertThat(entry.at("/actor/type").asString()).isEqualTo("PERSON");
        assertThat(entry.at("/object/name").asString()).isEqualTo("Zoom");
        assertThat(entry.at("/reason").asString()).isEqualTo("Wanted by sales");
        assertThat(entry.at("/before/policy").asString()).isEqualTo("BLOCKLIST");
        assertThat(entry.at("/after/reach").asInt()).isEqualTo(7);
        assertThat(entry.at("/correlationId").asString()).isNotBlank();
    }

    @Test
    void hashesTheCanonicalBytesAsALeaf() throws Exception {
        append(NewEntry.of("rule.create", "rule", "r-2", "Ünïcode \u0001 \"quoted\""));
        Api auditor = acme.as(Role.AUDITOR);
        JsonNode entry = newest(auditor, "?action=rule.create");
        JsonNode details =
                auditor.get(ENTRIES + "/" + entry.at("/id").asString()).json();
        String canonical = details.at("/canonical").asString();
        assertThat(new JsonCanonicalizer(canonical).getEncodedString()).isEqualTo(canonical);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((byte) 0);
        assertThat(HexFormat.of().formatHex(digest.digest(canonical.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(entry.at("/leafHash").asString());
    }

    @Test
    void keepsPersonalValuesOutOfTheEntryItself() {
        append(NewEntry.ofPerson("person.invite", new PersonId(UUID.randomUUID()), "Ada Lovelace")
                .change(
                        null,
                        Map.of(
                                "email",
                                new Personal("ada@example.test", UUID.randomUUID()),
                                "roles",
                                List.of("AUDITOR"))));
        Api auditor = acme.as(Role.AUDITOR);
        JsonNode entry = newest(auditor, "?action=person.invite");
        assertThat(entry.at("/object/name").asString()).isEqualTo("Ada Lovelace");
        assertThat(entry.at("/after/email").asString()).isEqualTo("ada@example.test");
        String canonical = auditor.get(ENTRIES + "/" + entry.at("/id").asString())
                .json()
                .at("/canonical")
                .asString();
        assertThat(canonical).doesNotContain("Ada", "ada@").contains("AUDITOR");
        assertThat(asOwner("""
                select string_agg(encode(sealed, 'escape'), ' ') from ledger.payload
                where entry_id = ? and not encode(sealed, 'escape') like '%Ada%'
                """, UUID.fromString(entry.at("/id").asString()))).isNotBlank();
    }

    @Test
    void anErasedValueLeavesTheEntryAndItsHash() {
        append(NewEntry.ofPerson("person.remove", new PersonId(UUID.randomUUID()), "Grace Hopper"));
        Api auditor = acme.as(Role.AUDITOR);
        JsonNode before = newest(auditor, "?action=person.remove");
        asOwner(
                "delete from ledger.payload where entry_id = ? and path = '/object/name' returning path",
                UUID.fromString(before.at("/id").asString()));
        JsonNode after = newest(auditor, "?action=person.remove");
        assertThat(after.at("/object/name").asString()).isEqualTo("(erased)");
        assertThat(after.at("/leafHash")).isEqualTo(before.at("/leafHash"));
    }

    @Test
    void anEntryTooLargeForALogCommitsToItsFieldsAsAWhole() {
        append(NewEntry.of("rule.import", "rule", "many", "Import").change(null, Map.of("text", "x".repeat(100_000))));
        JsonNode entry = newest(acme.as(Role.AUDITOR), "?action=rule.import");
        assertThat(entry.at("/after/text").asString()).hasSize(100_000);
    }

    @Test
    void isWrittenWithItsChangeOrNotAtAll() {
        OrganizationScope scope = acme.scope();
        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.append(scope, NewEntry.of("rule.lose", "rule", "r", "r")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transactions.write(scope, () -> {
                    ledger.append(scope, NewEntry.of("rule.lose", "rule", "r", "r"));
                    throw new IllegalArgumentException("the change fails");
                }));
        assertThat(acme.as(Role.AUDITOR)
                        .get(ENTRIES + "?action=rule.lose")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test
    void refusesValuesThatItCannotKeepExactly() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        append(NewEntry.of("rule.odd", "rule", "r", "r").change(null, Map.of("thing", new Object()))));
    }

    @Test
    void theServersRoleCanNeitherChangeNorDelete() {
        append(NewEntry.of("rule.create", "rule", "r", "r"));
        for (String attempt : List.of(
                "update ledger.entry set reason = 'other'",
                "delete from ledger.entry",
                "truncate ledger.entry cascade",
                "update ledger.payload set sealed = ''",
                "delete from ledger.payload")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> transactions.write(
                            acme.scope(), () -> jdbc.sql(attempt).update()))
                    .havingRootCause()
                    .withMessageContaining("permission denied");
        }
    }

    @Test
    void showsNoOtherOrganizationsEntries(@Autowired TestOrganizations organizations) {
        append(NewEntry.of("rule.create", "rule", "secret", "secret"));
        String id = newest(acme.as(Role.AUDITOR), "").at("/id").asString();
        TestOrganization other = organizations.enterprise();
        Api stranger = other.as(Role.AUDITOR);
        assertThat(stranger.get(ENTRIES + "/" + id).status()).isEqualTo(404);
        assertThat(stranger.get(ENTRIES + "?objectId=secret")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> transactions.write(
                        other.scope(),
                        () -> jdbc.sql("""
                                        insert into ledger.payload (organization_id, entry_id, path, sealed)
                                        values (?, ?, '/x', '')
                                        """)
                                .params(acme.id().value(), UUID.fromString(id))
                                .update()))
                .havingRootCause()
                .withMessageContaining("row-level security");
    }

    @Test
    void pagesThroughEverythingOnceNewestFirst() {
        for (int i = 0; i < 7; i++) {
            append(NewEntry.of("tag.create", "tag", i, "tag " + i));
        }
        Api auditor = acme.as(Role.AUDITOR);
        StringBuilder seen = new StringBuilder();
        String cursor = "";
        do {
            JsonNode page = auditor.get(ENTRIES + "?action=tag.create&limit=3&cursor=" + cursor)
                    .json();
            page.at("/items")
                    .forEach(entry -> seen.append(entry.at("/object/id").asString()));
            cursor = page.at("/next").isNull() ? "" : page.at("/next").asString();
        } while (!cursor.isEmpty());
        assertThat(seen.toString()).isEqualTo("6543210");
        assertThat(auditor.get(ENTRIES + "?cursor=Zm9yZ2Vk").status()).isEqualTo(422);
        assertThat(auditor.get(ENTRIES + "?cursor=Zm9yZ2VkH2Zvcmdl").status()).isEqualTo(422);
        assertThat(auditor.get(ENTRIES + "?limit=900").status()).isEqualTo(422);
        assertThat(auditor.get(ENTRIES + "?from=yesterday").status()).isEqualTo(422);
    }

    @Test
    void exportsEverythingAndNothingThatASpreadsheetWouldRun() {
        append(NewEntry.of("rule.create", "rule", "f", "=HYPERLINK(\"http://evil\")")
                .because("@SUM(1)"));
        Api auditor = acme.as(Role.AUDITOR);
        byte[] zip = auditor.download(ENTRIES + "/export?format=csv");
        assertThat(table(zip))
                .contains("'=HYPERLINK(\"\"http://evil\"\")", "'@SUM(1)")
                .startsWith("index,recorded_at,");
        assertThat(auditor.get(ENTRIES + "/export?format=xls").status()).isEqualTo(422);
        assertThat(auditor.get("/api/organizations/{o}/ledger/actions").json().toString())
                .isEqualTo("[\"ledger.export\",\"person.confirm-action\",\"person.sign-in\",\"rule.create\"]");
    }

    @Test
    void findsWhatIsAskedFor() {
        append(NewEntry.of("rule.create", "rule", "a", "100% sure").because("first"));
        append(NewEntry.of("rule.delete", "rule", "b", "other").because("second"));
        Api auditor = acme.as(Role.AUDITOR);
        assertThat(ids(auditor, "?text=100%25")).containsExactly("a");
        assertThat(ids(auditor, "?text=SECOND")).containsExactly("b");
        assertThat(ids(auditor, "?text=%25%25")).isEmpty();
        assertThat(ids(auditor, "?text=rule%20sec")).as("words that begin so").containsExactly("b");
        assertThat(ids(auditor, "?text=rule.")).containsExactly("b", "a");
        assertThat(ids(auditor, "?text=rule&limit=1")).containsExactly("b");
        assertThat(ids(auditor, "?text=rule&action=rule.create")).containsExactly("a");
        assertThat(ids(auditor, "?text=econd")).isEmpty();
        assertThat(ids(auditor, "?text=" + "x".repeat(64))).isEmpty();
        assertThat(auditor.get(ENTRIES + "?text=" + "x".repeat(201)).status()).isEqualTo(422);
        assertThat(ids(auditor, "?objectType=rule&objectId=b")).containsExactly("b");
        assertThat(ids(auditor, "?actor=" + acme.person(Role.SECURITY_ADMIN).id()))
                .containsExactly("b", "a");
        assertThat(ids(auditor, "?actor=" + UUID.randomUUID())).isEmpty();
        assertThat(ids(auditor, "?to=2020-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void wordsAreFoundInTheirOrganizationAndNeverInWhatIsSealed() {
        append(NewEntry.of("rule.create", "rule", "a", "Zinnober Müller"));
        append(NewEntry.ofPerson("person.invite", new PersonId(UUID.randomUUID()), "Verborgen"));
        assertThat(ids(acme.as(Role.AUDITOR), "?text=ZINN%20müll")).containsExactly("a");
        assertThat(ids(acme.as(Role.AUDITOR), "?text=verborgen")).isEmpty();
        TestOrganization other = organizations.enterprise();
        assertThat(ids(other.as(Role.AUDITOR), "?text=zinnober")).isEmpty();
        assertThat(ids(other.as(Role.AUDITOR), "?text=" + acme.id().toString().substring(24) + "zinnober"))
                .isEmpty();
        assertThat(transactions.installation(() -> jdbc.sql(
                                "select count(*) from ledger.find('zinnober', null, null, null, null, null, null, null, null, null, 9)")
                        .query(Integer.class)
                        .single()))
                .as("outside of an organization")
                .isZero();
    }

    private void append(NewEntry entry) {
        OrganizationScope scope = acme.scope(Role.SECURITY_ADMIN);
        transactions.write(scope, () -> ledger.append(scope, entry));
    }

    private static String table(byte[] zip) {
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            assertThat(files.getNextEntry()).isNotNull().hasToString("ledger.csv");
            return new String(files.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode newest(Api reader, String query) {
        return reader.get(ENTRIES + query).json().at("/items/0");
    }

    private static List<String> ids(Api reader, String query) {
        return reader.get(ENTRIES + query)
                .json()
                .at("/items")
                .valueStream()
                .map(entry -> entry.at("/object/id").asString())
                .toList();
    }

    private String asOwner(String sql, UUID entry) {
        var database = TestDatabase.database();
        var source = new DriverManagerDataSource(database.url(), database.ownerUser(), database.ownerPassword());
        return new TransactionTemplate(new JdbcTransactionManager(source)).execute(_ -> {
            JdbcClient owner = JdbcClient.create(source);
            owner.sql("select set_config('app.organization', ?, true)")
                    .param(acme.id().toString())
                    .query(String.class)
                    .single();
            return owner.sql(sql).param(entry).query(String.class).single();
        });
    }
}
