package io.gatehouse.ledger.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.Personal;
import io.gatehouse.ledger.book.EntryFilter;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.OwnerDatabase;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestLog;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** Exports that are not given, or break off: that it is said beforehand, and that the next one is given. */
@ServerTest
final class RefusedExportIT {

    private static final String EXPORT = "/api/organizations/{o}/ledger/entries/export?format=jsonl";
    private static final String CHECK = "/api/organizations/{o}/ledger/entries/export/check";

    private final Transactions transactions;
    private final Ledger ledger;
    private final LedgerExports exports;
    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final Api admin;

    @Autowired
    RefusedExportIT(Transactions transactions, Ledger ledger, LedgerExports exports, TestOrganizations organizations) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.exports = exports;
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
    }

    @Test
    void whatWouldBeRefusedIsSaidBeforehand() {
        new TestLog(acme).sequenced();
        assertThat(admin.get(CHECK + "?format=csv&since=1").status()).isEqualTo(204);
        Map<String, String> refused = Map.of(
                "format=json", "format must be csv or jsonl",
                "format=jsonl&values=some", "values must be",
                "format=csv&since=99999", "since must be 0 to");
        refused.forEach((query, detail) -> {
            Api.Answer answer = admin.get(CHECK + "?" + query);
            assertThat(answer.status()).as(query).isEqualTo(422);
            assertThat(answer.json().at("/detail").asString()).startsWith(detail);
        });
        assertThat(admin.get("/api/organizations/{o}/ledger/entries?action=ledger.export")
                        .json()
                        .at("/items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void whoComesWhileAllAreTakenIsToldSoBeforehand() {
        Api other = organizations.enterprise().as(Role.SECURITY_ADMIN);
        List<CompletableFuture<Void>> taken = new ArrayList<>();
        OwnerDatabase.tried(acme.id(), owner -> {
            // Nobody can write to the book of the organization meanwhile, so none of its exports goes on.
            owner.sql("select id from kernel.organization where id = ? for update")
                    .param(acme.id().value())
                    .query()
                    .singleRow();
            IntStream.range(0, 3)
                    .forEach(_ -> taken.add(CompletableFuture.runAsync(this::export, Thread::startVirtualThread)));
            Awaitility.await().until(() -> other.get(CHECK + "?format=csv").status() == 409);
            assertThat(other.get(EXPORT).body()).contains("3 exports are being taken just now");
        });
        taken.forEach(CompletableFuture::join);
        assertThat(other.get(CHECK + "?format=csv").status()).isEqualTo(204);
        assertThat(other.get(EXPORT).status()).isEqualTo(200);
    }

    @Test
    void oneThatFailsInTheMiddleIsNeverTakenForWholeAndMakesRoomForTheNext() {
        organizations.breakLedger(acme);
        OrganizationScope scope = acme.scope(Role.SECURITY_ADMIN);
        PersonId ada = new PersonId(UUID.randomUUID());
        transactions.write(scope, () -> {
            ledger.append(
                    scope,
                    IntStream.range(0, 600)
                            .mapToObj(i -> NewEntry.of("rule.create", "rule", i, "Rule " + i))
                            .toList());
            ledger.append(
                    scope,
                    NewEntry.ofPerson("person.join", ada, "Ada")
                            .change(null, Map.of("email", new Personal("ada@example.test", ada))));
        });
        new TestLog(acme).sequenced();
        OwnerDatabase.update(
                acme.id(),
                "update ledger.payload set sealed = '\\x00' where organization_id = ? and subject = ?",
                acme.id().value(),
                ada.value());
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> admin.download(EXPORT)).isInstanceOf(UncheckedIOException.class);
        }
        assertThat(organizations
                        .enterprise()
                        .as(Role.SECURITY_ADMIN)
                        .get(EXPORT)
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            LEAF_CHANGED  | update ledger.entry set canonical = '{' where organization_id = ? and action = 'rule.create'
            ENTRY_MISSING | delete from ledger.entry where organization_id = ? and action = 'rule.create'
            VALUE_MISSING | delete from ledger.payload where organization_id = ?
            """)
    void whatDoesNotMatchIsAnAlarmAndNoExport(String finding, String attack) {
        organizations.breakLedger(acme);
        OrganizationScope scope = acme.scope();
        PersonId ada = new PersonId(UUID.randomUUID());
        transactions.write(scope, () -> {
            ledger.append(scope, NewEntry.of("rule.create", "rule", 1, "Rule 1"));
            ledger.append(
                    scope,
                    NewEntry.ofPerson("person.join", ada, "Ada")
                            .change(null, Map.of("email", new Personal("ada@example.test", ada))));
        });
        new TestLog(acme).sequenced();
        assertThat(admin.get(EXPORT).status()).isEqualTo(200);
        assertThat(OwnerDatabase.update(acme.id(), attack, acme.id().value())).isPositive();

        Api.Answer refused = admin.get(EXPORT);
        assertThat(refused.status()).isEqualTo(409);
        JsonNode alarms =
                admin.get("/api/organizations/{o}/ledger/watch").json().at("/alarms");
        assertThat(alarms.size()).isEqualTo(1);
        assertThat(alarms.at("/0/finding").asString()).isEqualTo(finding);
        assertThat(refused.body()).contains(alarms.at("/0/detail").asString());
        assertThat(admin.get(CHECK + "?format=csv").body())
                .contains(alarms.at("/0/id").asString());
    }

    @Test
    void aChangedEntryThatSomebodyAnsweredForIsToldAsItStands() {
        organizations.breakLedger(acme);
        OrganizationScope scope = acme.scope();
        transactions.write(scope, () -> ledger.append(scope, NewEntry.of("rule.create", "rule", 1, "Rule 1")));
        new TestLog(acme).sequenced();
        OwnerDatabase.update(
                acme.id(),
                "update ledger.entry set canonical = canonical || '\\x20' where organization_id = ? and action = 'rule.create'",
                acme.id().value());
        assertThat(admin.get(EXPORT).status()).isEqualTo(409);
        JsonNode alarm = admin.get("/api/organizations/{o}/ledger/watch").json().at("/alarms/0");
        admin.post(
                "/api/organizations/{o}/ledger/alarms/acknowledge",
                Map.of("alarms", List.of(alarm.at("/id").asString()), "reason", "Looked into, see ticket 1"));
        assertThat(admin.get(EXPORT).status()).isEqualTo(200);
    }

    private void export() {
        try {
            EntryFilter all = new EntryFilter(null, null, null, null, null, null, null, null);
            exports.send(
                    acme.scope(Role.SECURITY_ADMIN),
                    ExportRequest.of("jsonl", "included", null, all),
                    new Download(new MockHttpServletResponse()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
