package io.gatehouse.ledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestLog;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testkit.tlog.LogReader;
import io.gatehouse.testkit.tlog.Tree;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The log as an outsider reads and checks it, with a reader that shares no code with the server. */
@ServerTest
final class LogIT {

    private final Transactions transactions;
    private final Ledger ledger;
    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final TestLog log;

    @Autowired
    LogIT(Transactions transactions, Ledger ledger, TestOrganizations organizations) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.log = new TestLog(acme);
    }

    @Test
    void eachTileOfEachLevelHoldsAndTellsWhatTheBookTells() {
        append(700);
        List<String> entries = log.sequenced().entries();
        assertThat(entries.stream().filter(entry -> entry.contains("rule.create")))
                .hasSize(700);
        Api auditor = acme.as(Role.AUDITOR);
        JsonNode newest = auditor.get("/api/organizations/{o}/ledger/entries?limit=1&action=rule.create")
                .json()
                .at("/items/0");
        JsonNode details = auditor.get("/api/organizations/{o}/ledger/entries/"
                        + newest.at("/id").asString())
                .json();
        assertThat(entries.get(newest.at("/index").asInt()))
                .isEqualTo(details.at("/canonical").asString());
        assertThat(details.at("/index")).isEqualTo(newest.at("/index"));
    }

    @Test
    void aProofOfAnyEntryHoldsOffline() {
        append(300);
        List<String> entries = log.sequenced().entries();
        LogReader reader = log.reader();
        for (int index : List.of(0, 1, 255, 256, 257, entries.size() - 1)) {
            byte[] proven = reader.proven(log.text("/log/proof/" + index));
            assertThat(new String(proven, StandardCharsets.UTF_8)).isEqualTo(entries.get(index));
        }
        String id = acme.as(Role.AUDITOR)
                .get("/api/organizations/{o}/ledger/entries?action=rule.create&limit=1")
                .json()
                .at("/items/0/id")
                .asString();
        assertThat(new String(reader.proven(log.text("/entries/" + id + "/proof")), StandardCharsets.UTF_8))
                .contains(id);
    }

    @Test
    void aTreeGoesOnFromEachThatWasKept() {
        append(3);
        Tree first = log.sequenced().reader().checkpoint();
        append(600);
        LogReader reader = log.sequenced().reader();
        Tree later = reader.checkpoint();
        assertThat(later.size()).isGreaterThanOrEqualTo(first.size() + 600);
        assertThat(reader.goesOn(first, log.text("/log/consistency?from=" + first.size())))
                .usingRecursiveComparison()
                .isEqualTo(later);
        reader.goesOn(first, log.text("/log/consistency?from=" + first.size() + "&to=" + first.size()));
        reader.goesOn(new Tree(first.origin(), 0, new byte[32]), log.text("/log/consistency?from=0"));
        reader.goesOn(later, log.text("/log/consistency?from=" + later.size()));
    }

    @Test
    void tilesMayBeKeptForEverAndTheCheckpointNot() {
        append(1);
        log.sequenced();
        Api auditor = acme.as(Role.AUDITOR);
        Api.Answer tile = auditor.probe("GET", "/api/organizations/{o}/ledger/log/tile/0/000.p/1", null);
        assertThat(tile.header("Cache-Control")).contains("private", "max-age=31536000", "immutable");
        assertThat(tile.header("Content-Type")).isEqualTo("application/octet-stream");
        Api.Answer checkpoint = auditor.probe("GET", "/api/organizations/{o}/ledger/log/checkpoint", null);
        assertThat(checkpoint.header("Cache-Control")).contains("no-store");
        assertThat(checkpoint.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
        Api.Answer proof = auditor.probe("GET", "/api/organizations/{o}/ledger/log/proof/0", null);
        assertThat(proof.header("Content-Disposition")).isEqualTo("attachment; filename=\"0.tlog-proof\"");
    }

    @Test
    void pathsThatNobodyMeansAreRefusedByName() {
        append(1);
        log.sequenced();
        for (String path : List.of(
                "8/000",
                "-1/000",
                "00/000",
                "0/0",
                "0/0000",
                "0/x000/001",
                "0/001/001",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/01",
                "0/000.p/-1",
                "0/000/",
                "entries",
                "entries/",
                "data/000",
                "0/x072/x057/x594/x037/x927/936",
                "0/٠٠٠",
                "0/000.p/1/2",
                "x")) {
            Api.Answer answer = log.probe("/log/tile/" + path.replace("٠", "%D9%A0"));
            assertThat(answer.status()).as(path).isIn(404, 422);
            assertThat(answer.body()).as(path).contains("urn:gatehouse:problem:");
        }
        for (String beyond : List.of("0/000", "0/001.p/1", "1/000.p/1", "7/x999/x999/x999/x999/999", "entries/999")) {
            assertThat(log.probe("/log/tile/" + beyond).status()).as(beyond).isEqualTo(404);
        }
        assertThat(log.probe("/log/proof/-1").status()).isEqualTo(404);
        assertThat(log.probe("/log/proof/9223372036854775807").status()).isEqualTo(404);
        assertThat(log.probe("/log/proof/x").status()).isEqualTo(400);
        assertThat(log.probe("/log/consistency").status()).isEqualTo(400);
        assertThat(log.probe("/log/consistency?from=-1").status()).isEqualTo(422);
        assertThat(log.probe("/log/consistency?from=99999").status()).isEqualTo(422);
        assertThat(log.probe("/log/consistency?from=0&to=99999").status()).isEqualTo(404);
        assertThat(log.probe("/entries/" + UUID.randomUUID() + "/proof").status())
                .isEqualTo(404);
    }

    @Test
    void anotherOrganizationsEntryHasNoProofHere() {
        append(1);
        log.sequenced();
        String id = acme.as(Role.AUDITOR)
                .get("/api/organizations/{o}/ledger/entries?action=rule.create")
                .json()
                .at("/items/0/id")
                .asString();
        TestOrganization other = organizations.enterprise();
        assertThat(new TestLog(other).probe("/entries/" + id + "/proof").status())
                .isEqualTo(404);
        assertThat(new TestLog(other).sequenced().entries()).noneMatch(entry -> entry.contains(id));
    }

    private void append(int count) {
        OrganizationScope scope = acme.scope();
        transactions.write(
                scope,
                () -> ledger.append(
                        scope,
                        IntStream.range(0, count)
                                .mapToObj(i -> NewEntry.of("rule.create", "rule", i, "Rule " + i))
                                .toList()));
    }
}
