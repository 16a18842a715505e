package io.gatehouse.ledger.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.Personal;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestLog;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.Verifier;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server writes, the verifier's jar accepts with the published key; and whatever is changed, it finds. */
@ServerTest
final class ExportIT {

    private static final String LEDGER = "/api/organizations/{o}/ledger";
    private static final String EXPORT = LEDGER + "/entries/export";

    private final Transactions transactions;
    private final Ledger ledger;
    private final TestOrganization acme;
    private final Api admin;
    private final TestLog log;
    private final PersonId ada = new PersonId(UUID.randomUUID());

    @TempDir
    private Path folder;

    @Autowired
    ExportIT(Transactions transactions, Ledger ledger, TestOrganizations organizations) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
        this.log = new TestLog(acme);
    }

    @Test
    void aWholeExportIsProvenAndAChangedCharacterIsNamed() {
        append(600);
        byte[] export = admin.download(EXPORT + "?format=jsonl");
        Verifier.Verdict verdict = verify(export);
        assertThat(verdict.code()).as(verdict.text()).isEqualTo(Verifier.PROVEN);
        assertThat(verdict.json().at("/whole").asBoolean()).isTrue();
        assertThat(verdict.json().at("/entries").asInt())
                .isEqualTo(verdict.json().at("/size").asInt())
                .isGreaterThan(600);
        assertThat(text(export)).contains("Ada Lovelace");
        assertNamed(export, "Rule 411");
    }

    @Test
    void aFilteredExportIsProvenEntryByEntry() {
        append(300);
        byte[] export = admin.download(EXPORT + "?format=jsonl&action=rule.create");
        Verifier.Verdict verdict = verify(export);
        assertThat(verdict.code()).as(verdict.text()).isEqualTo(Verifier.PROVEN);
        assertThat(verdict.json().at("/whole").asBoolean()).isFalse();
        assertThat(verdict.json().at("/entries").asInt()).isEqualTo(300);
        assertThat(header(export).at("/filter").toString()).isEqualTo("{\"action\":\"rule.create\"}");
        assertNamed(export, "Rule 123");
        assertThat(verify(admin.download(EXPORT + "?format=jsonl&action=no.such"))
                        .code())
                .isEqualTo(Verifier.PROVEN);
    }

    @Test
    void anExportToGiveAwayTellsNoPersonalValue() {
        append(3);
        for (String format : List.of("jsonl", "csv")) {
            byte[] export = admin.download(EXPORT + "?values=withheld&format=" + format);
            Verifier.Verdict verdict = verify(export);
            assertThat(verdict.code()).as(verdict.text()).isEqualTo(Verifier.PROVEN);
            assertThat(verdict.json().at("/withheldValues").asInt()).isPositive();
            String all = format.equals("csv") ? String.join("", unzipped(export).values()) : text(export);
            assertThat(all).contains("withheld").doesNotContain("Ada Lovelace", "ada@example.test", "salt");
        }
    }

    @Test
    void aTableIsProvenByTheLinesBesideIt() {
        append(40);
        for (String filter : List.of("", "&objectType=person")) {
            byte[] export = admin.download(EXPORT + "?format=csv" + filter);
            Verifier.Verdict verdict = verify(export);
            assertThat(verdict.code()).as(verdict.text()).isEqualTo(Verifier.PROVEN);
            Map<String, String> files = unzipped(export);
            assertThat(files).containsOnlyKeys("ledger.csv", "ledger.jsonl");
            assertThat(files.get("ledger.csv")).contains("Ada Lovelace", "'=cmd");
            Map<String, String> forged = new LinkedHashMap<>(files);
            forged.computeIfPresent("ledger.csv", (_, table) -> table.replaceFirst("Lovelace", "Lovelacf"));
            Verifier.Verdict refused = verify(zipped(forged));
            assertThat(refused.code()).isEqualTo(Verifier.REFUSED);
            assertThat(refused.text()).contains("ledger.csv: row").contains("what entry");
        }
    }

    @Test
    void aPartIsNotTakenForTheWhole() {
        append(3);
        byte[] export = admin.download(EXPORT + "?format=jsonl");
        String text = text(export);
        String part = text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1);
        Verifier.Verdict verdict = verify(part.getBytes(StandardCharsets.UTF_8));
        assertThat(verdict.code()).isNotEqualTo(Verifier.PROVEN);
        assertThat(verdict.text()).contains("cut off");
    }

    @Test
    void whatNobodyMeansIsRefusedByName() {
        append(1);
        log.sequenced();
        for (String query :
                List.of("format=json", "format=jsonl&values=some", "format=jsonl&since=-1", "format=csv&since=99999")) {
            Api.Answer answer = admin.get(EXPORT + "?" + query);
            assertThat(answer.status()).as(query).isEqualTo(422);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.header("Content-Disposition")).isEmpty();
        }
        assertThat(admin.get(EXPORT).status()).isEqualTo(400);
        assertThat(admin.get(LEDGER + "/entries?action=ledger.export").json().at("/items"))
                .as("what was not given")
                .isEmpty();
    }

    @Test
    void eachExportIsInTheBook() {
        append(1);
        admin.download(EXPORT + "?format=csv&values=withheld&action=rule.create");
        JsonNode entry =
                admin.get(LEDGER + "/entries?action=ledger.export").json().at("/items/0");
        assertThat(entry.at("/after").toString())
                .contains("\"format\":\"CSV\"", "\"values\":\"withheld\"", "\"partial\":true");
    }

    private void assertNamed(byte[] export, String name) {
        String text = text(export);
        String forged = text.replaceFirst("\"" + name + "\"", "\"" + name + "x\"");
        assertThat(forged).isNotEqualTo(text);
        String line = text.lines()
                .filter(one -> one.contains("\"" + name + "\""))
                .findFirst()
                .orElseThrow();
        Verifier.Verdict verdict = verify(forged.getBytes(StandardCharsets.UTF_8));
        assertThat(verdict.code()).isEqualTo(Verifier.REFUSED);
        assertThat(verdict.json().at("/refusals/0/index").asLong())
                .isEqualTo(Long.parseLong(line.replaceAll("^\\{\"index\":(\\d+),.*", "$1")));
    }

    private Verifier.Verdict verify(byte[] export, String... options) {
        String[] all = Stream.concat(Stream.of("--key", keys("keys").toString()), Stream.of(options))
                .toArray(String[]::new);
        return new Verifier(folder).verify(export, all);
    }

    private Path keys(String name) {
        return new Verifier(folder)
                .file(name, String.join("\n", log.sequenced().keys()).getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode header(byte[] export) {
        return JsonMapper.shared().readTree(text(export).lines().findFirst().orElseThrow());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Map<String, String> unzipped(byte[] zip) {
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream input = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = input.getNextEntry(); entry != null; entry = input.getNextEntry()) {
                files.put(entry.getName(), text(input.readAllBytes()));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zipped(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void append(int rules) {
        OrganizationScope scope = acme.scope(Role.SECURITY_ADMIN);
        transactions.write(scope, () -> {
            ledger.append(
                    scope,
                    IntStream.range(0, rules)
                            .mapToObj(i -> NewEntry.of("rule.create", "rule", i, "Rule " + i))
                            .toList());
            ledger.append(
                    scope,
                    NewEntry.ofPerson("person.join", ada, "Ada Lovelace")
                            .because("=cmd|'/c calc', \"quoted\"\nand a second line €")
                            .change(
                                    null,
                                    Map.of("email", new Personal("ada@example.test", ada), "share", 0.1, "count", 12)));
        });
    }
}
