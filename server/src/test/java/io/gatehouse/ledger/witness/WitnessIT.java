package io.gatehouse.ledger.witness;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.OwnerDatabase;
import io.gatehouse.testing.RealWitness;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestLog;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.Verifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The ledger with a real witness, from its list to what an outsider proves by it. */
@ServerTest
final class WitnessIT {

    private static final String LEDGER = "/api/organizations/{o}/ledger";
    private static final String WITNESSES = LEDGER + "/witnesses";
    private static final String OTHER_ROOT = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String EXPORT = LEDGER + "/entries/export?format=jsonl";

    private final Transactions transactions;
    private final Ledger ledger;
    private final CosignTimer timer;
    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final Api admin;
    private final Api auditor;
    private final TestLog log;

    @TempDir
    private Path folder;

    private List<String> keys = List.of();
    private RealWitness witness;

    @Autowired
    WitnessIT(Transactions transactions, Ledger ledger, CosignTimer timer, TestOrganizations organizations) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.timer = timer;
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
        this.auditor = acme.as(Role.AUDITOR);
        this.log = new TestLog(acme);
        organizations.breakLedger(acme);
    }

    @BeforeEach
    void startWitness() {
        append("Rule 1");
        keys = RealWitness.makeKey(folder, "witness.example.com/audit");
        witness = RealWitness.start(folder, "state", log.keys());
    }

    @AfterEach
    void stopWitness() {
        witness.close();
    }

    @Test
    void aDemandedWitnessStandsInCheckpointProofAndExportAndTheVerifierMissesItWhereItIsNot() {
        byte[] without = auditor.download(EXPORT);
        String id = add();
        assertThat(admin.put(WITNESSES + "/policy", Map.of("needed", 1)).status())
                .isEqualTo(200);
        assertThat(log.probe("/log/checkpoint").status()).isEqualTo(409);

        timer.round();
        assertThat(log.text("/log/checkpoint")).contains("— witness.example.com/audit ");
        assertThat(log.text("/log/proof/0")).contains("— witness.example.com/audit ");
        append("Rule 2");
        assertThat(standing().at("/size").asLong())
                .isLessThan(view().at("/size").asLong());

        byte[] export = auditor.download(EXPORT);
        assertThat(new String(export, StandardCharsets.UTF_8)).contains("Rule 2", "— witness.example.com/audit ");
        Verifier verifier = new Verifier(folder);
        String policy = verifier.file("policy", log.text("/witnesses/policy").getBytes(StandardCharsets.UTF_8))
                .toString();
        Verifier.Verdict proven = verifier.verify(export, "--policy", policy);
        assertThat(proven.code()).as(proven.text()).isEqualTo(Verifier.PROVEN);
        Verifier.Verdict refused = verifier.verify(without, "--policy", policy);
        assertThat(refused.code()).isEqualTo(Verifier.REFUSED);
        assertThat(refused.text()).contains("audit/Ed25519", "audit/ML-DSA-44");

        assertThat(admin.delete(WITNESSES + "/" + id).status()).isEqualTo(409);
        witness.close();
        int given = exports();
        Api.Answer late = auditor.get(EXPORT);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("audit: It gives no answer");
        assertThat(exports()).as("told only when given").isEqualTo(given);
        assertThat(admin.put(WITNESSES + "/policy", Map.of("needed", 0)).status())
                .isEqualTo(200);
        assertThat(auditor.get(EXPORT).status()).isEqualTo(200);
        assertThat(admin.delete(WITNESSES + "/" + id).status()).isEqualTo(204);
        assertThat(auditor.get(LEDGER + "/entries?limit=200")
                        .json()
                        .at("/items")
                        .valueStream()
                        .map(entry -> entry.at("/action").asString()))
                .contains("ledger.add-witness", "ledger.change-witness-policy", "ledger.remove-witness");
    }

    @Test
    void aWitnessThatWasShownMoreIsFollowedFromWhereItIs() {
        String id = add();
        timer.round();
        OwnerDatabase.update(
                acme.id(),
                "update ledger.witness set size = 0 where organization_id = ?",
                acme.id().value());
        append("Rule 2");
        assertThat(test(id).at("/outcome").asString()).isEqualTo("COSIGNED");
        assertThat(standing().at("/size").asLong()).isEqualTo(view().at("/size").asLong());
        assertThat(test(id).at("/outcome").asString()).isEqualTo("COSIGNED");
    }

    @Test
    void aTreeThatWasPutBackIsAnAlarm() {
        String id = add();
        append("Rule 2", "Rule 3");
        timer.round();
        long seen = standing().at("/size").asLong();
        // As a restore of a backup leaves it: the book ends earlier, and knows of no later cosignature.
        OwnerDatabase.update(
                acme.id(),
                "delete from ledger.cosignature where organization_id = ?",
                acme.id().value());
        OwnerDatabase.update(
                acme.id(),
                "update ledger.witness set size = 0 where organization_id = ?",
                acme.id().value());
        OwnerDatabase.update(
                acme.id(),
                "delete from ledger.checkpoint where organization_id = ? and size >= ?",
                acme.id().value(),
                seen);
        JsonNode said = test(id);
        assertThat(said.at("/outcome").asString()).isEqualTo("AHEAD");
        assertThat(said.at("/detail").asString()).contains("a tree of " + seen + " entries");
        JsonNode alarm = auditor.get(LEDGER + "/watch").json().at("/alarms/0");
        assertThat(alarm.at("/finding").asString()).isEqualTo("WITNESS_AHEAD");
        assertThat(auditor.get(EXPORT).status()).isEqualTo(409);
    }

    @Test
    void aTreeThatDoesNotContinueWhatTheWitnessSawIsAnAlarm() throws IOException {
        String id = add();
        timer.round();
        try (Stream<Path> files = Files.walk(folder.resolve("state"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() == 3) {
                    Files.writeString(file, lines.get(0) + "\n" + lines.get(1) + "\n" + OTHER_ROOT + "\n");
                }
            }
        }
        append("Rule 2");
        assertThat(test(id).at("/outcome").asString()).isEqualTo("DISAGREES");
        assertThat(test(id).at("/outcome").asString()).isEqualTo("DISAGREES");
        JsonNode alarms = auditor.get(LEDGER + "/watch").json().at("/alarms");
        assertThat(alarms.size()).isEqualTo(1);
        assertThat(alarms.at("/0/finding").asString()).isEqualTo("WITNESS_DISAGREES");
    }

    @Test
    void anotherLogsWitnessSaysSo() {
        witness.close();
        TestOrganization other = organizations.enterprise();
        transactions.write(
                other.scope(), () -> ledger.append(other.scope(), NewEntry.of("rule.create", "rule", "a", "A")));
        witness = RealWitness.start(
                folder, "other", new TestLog(other).sequenced().keys());
        assertThat(test(add()).at("/outcome").asString()).isEqualTo("LOG_UNKNOWN");
        assertThat(standing().at("/detail").asString()).contains("/ledger/" + acme.id());
    }

    @Test
    void onlyAdministratorsWithAFreshFactorChooseWitnesses() {
        String id = add();
        assertThat(auditor.post(WITNESSES, draft("other")).status()).isEqualTo(403);
        assertThat(auditor.post(WITNESSES + "/" + id + "/test").status()).isEqualTo(403);
        assertThat(auditor.delete(WITNESSES + "/" + id).status()).isEqualTo(403);
        assertThat(auditor.put(WITNESSES + "/policy", Map.of("needed", 1)).status())
                .isEqualTo(403);
        Api stranger = organizations.enterprise().as(Role.SECURITY_ADMIN);
        assertThat(stranger.post(WITNESSES + "/" + id + "/test").status()).isEqualTo(404);
        assertThat(stranger.delete(WITNESSES + "/" + id).status()).isEqualTo(404);
        assertThat(stranger.get(WITNESSES).json().at("/witnesses").isEmpty()).isTrue();
        admin.freshFactor(null);
        assertThat(admin.delete(WITNESSES + "/" + id).status()).isEqualTo(403);
        assertThat(admin.put(WITNESSES + "/policy", Map.of("needed", 1)).status())
                .isEqualTo(403);
        assertThat(view().at("/witnesses").size()).isEqualTo(1);
        assertThat(view().at("/needed").asInt()).isZero();
    }

    private Map<String, Object> draft(String name) {
        return Map.of("name", name, "url", witness.address(), "keys", keys);
    }

    private int exports() {
        return auditor.get(LEDGER + "/entries?action=ledger.export")
                .json()
                .at("/items")
                .size();
    }

    private String add() {
        Api.Answer added = admin.post(WITNESSES, draft("audit"));
        assertThat(added.status()).as(added.body()).isEqualTo(200);
        log.sequenced();
        return added.json().at("/witnesses/0/id").asString();
    }

    private JsonNode test(String id) {
        return admin.post(WITNESSES + "/" + id + "/test").json();
    }

    private JsonNode view() {
        return auditor.get(WITNESSES).json();
    }

    private JsonNode standing() {
        return view().at("/witnesses/0");
    }

    private void append(String... rules) {
        OrganizationScope scope = acme.scope();
        for (String rule : rules) {
            transactions.write(scope, () -> ledger.append(scope, NewEntry.of("rule.create", "rule", rule, rule)));
        }
        log.sequenced();
    }
}
