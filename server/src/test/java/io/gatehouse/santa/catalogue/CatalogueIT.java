package io.gatehouse.santa.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.santa.requests.Macs;
import io.gatehouse.santa.software.SignedFile;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What is approved beforehand is taken at once, by whom it is for, for their own Macs, and the book tells it. */
@ServerTest
final class CatalogueIT {

    private static final String HERE = "/api/organizations/{o}";
    private static final String CATALOGUE = HERE + "/catalogue";
    private static final String FIGURES = "ABCDEFGHIJ:com.example.figures";

    private final TestOrganizations organizations;
    private final Macs macs;
    private TestOrganization acme;
    private Api eve;
    private Api admin;
    private UUID mac;

    @Autowired
    CatalogueIT(TestOrganizations organizations, Macs macs) {
        this.organizations = organizations;
        this.macs = macs;
    }

    @BeforeEach
    void aPersonWithAMac() {
        acme = organizations.enterprise();
        eve = acme.as(Role.END_USER);
        admin = acme.as(Role.SECURITY_ADMIN);
        mac = macs.device(acme.scope(), "eves-mac", acme.person(Role.END_USER));
        macs.lockDown(acme.scope());
    }

    @Test
    void isTakenWithOneClickGivenBackAndTakenAgain() {
        JsonNode entry = curate(Map.of());
        JsonNode offer = eve.get(CATALOGUE + "?text=figur").json().at("/items/0");
        assertThat(offer.at("/name").asString()).isEqualTo("Figures");
        assertThat(offer.at("/taken").size()).isZero();

        Api.Answer given = take(eve, entry, null);
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        String request = given.json().at("/requests/0").asString();
        JsonNode told = eve.get(HERE + "/requests/" + request).json();
        assertThat(told.at("/state").asString()).isEqualTo("APPROVED");
        assertThat(told.at("/path/stages/0/state").asString()).isEqualTo("SKIPPED");
        assertThat(told.at("/path/stages/0/skipped").asString()).contains("Approved beforehand", "Figures, version 1");
        assertThat(told.at("/timeline").toString()).contains("from the catalogue");
        assertThat(told.at("/delivery/ruleId").isMissingNode()).isFalse();
        assertThat(eve.get(HERE + "/requests?mine=true")
                        .json()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(request);
        JsonNode rule = rules().getFirst();
        assertThat(rule.at("/scope/device/id").asString()).isEqualTo(mac.toString());
        assertThat(rule.at("/requestId").asString()).isEqualTo(request);
        JsonNode mine = eve.get(CATALOGUE).json().at("/items/0/taken/0");
        assertThat(mine.at("/deviceId").asString()).isEqualTo(mac.toString());
        assertThat(mine.at("/requestId").asString()).isEqualTo(request);
        assertThat(take(eve, entry, null).status()).isEqualTo(409);
        assertThat(rules()).hasSize(1);

        assertThat(giveBack(eve, entry, mac).status()).isEqualTo(204);
        assertThat(rules()).isEmpty();
        assertThat(eve.get(CATALOGUE).json().at("/items/0/taken").size()).isZero();
        assertThat(giveBack(eve, entry, mac).status()).isEqualTo(404);
        assertThat(take(eve, entry, List.of(mac)).status()).isEqualTo(200);
        assertThat(actions())
                .containsSubsequence(
                        "request.submit",
                        "rule.create",
                        "catalogue.give-back",
                        "rule.delete",
                        "request.submit",
                        "rule.create",
                        "catalogue.create");
    }

    @Test
    void isForThoseAloneWhomTheEntryNames() {
        JsonNode sales = admin.post(HERE + "/teams", Map.of("name", "Sales")).json();
        String team = sales.at("/team/id").asString();
        String below = admin.post(HERE + "/teams", Map.of("name", "North", "parentId", team))
                .json()
                .at("/team/id")
                .asString();
        JsonNode entry = curate(Map.of("teams", List.of(team)));
        assertThat(eve.get(CATALOGUE).json().at("/items").size()).isZero();
        assertThat(take(eve, entry, null).status()).isEqualTo(404);
        assertThat(admin.put(
                                HERE + "/teams/" + below + "/people/"
                                        + acme.person(Role.END_USER).id(),
                                Map.of("lead", false))
                        .status())
                .isEqualTo(200);
        assertThat(take(eve, entry, null).status()).isEqualTo(200);

        Api foreign = organizations.enterprise().as(Role.SECURITY_ADMIN);
        assertThat(foreign.get(CATALOGUE + "/entries").json().at("/items").size())
                .isZero();
        assertThat(take(foreign, entry, null).status()).isEqualTo(404);
        assertThat(foreign.put(CATALOGUE + "/entries/" + id(entry), draft(Map.of("version", 1)))
                        .status())
                .isEqualTo(404);
        assertThat(foreign.delete(CATALOGUE + "/entries/" + id(entry) + "?version=1")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void isForOnesOwnMacsAndForWhatWasLookedAt() {
        JsonNode entry = curate(Map.of());
        PersonRef bob = acme.another(Role.END_USER);
        UUID theirs = macs.device(acme.scope(), "bobs-mac", bob);
        assertThat(take(eve, entry, List.of(theirs)).status()).isEqualTo(422);
        assertThat(take(eve, entry, List.of()).status()).isEqualTo(422);
        assertThat(take(acme.as(acme.another(Role.END_USER)), entry, null).status())
                .isEqualTo(409);
        assertThat(take(acme.as(bob), entry, null).status()).isEqualTo(200);
        assertThat(giveBack(eve, entry, theirs).status()).isEqualTo(404);
        assertThat(admin.put(CATALOGUE + "/entries/" + id(entry), draft(Map.of("version", 1, "name", "Charts")))
                        .status())
                .isEqualTo(200);
        assertThat(take(eve, entry, null).status()).isEqualTo(409);
        assertThat(rules()).hasSize(1);
    }

    @Test
    void neverOutweighsARuleThatBlocks() {
        JsonNode entry = curate(Map.of());
        Map<String, Object> block = Map.of(
                "ruleType",
                "SIGNINGID",
                "identifier",
                FIGURES,
                "policy",
                "BLOCKLIST",
                "scope",
                Map.of("kind", "ORGANIZATION"));
        JsonNode blocking = admin.post(HERE + "/rules", block).json();
        Api.Answer refused = take(eve, entry, null);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("blocks it");
        assertThat(rules()).hasSize(1);
        admin.delete(HERE + "/rules/" + blocking.at("/id").asString() + "?version=1");
        assertThat(take(eve, entry, null).status()).isEqualTo(200);

        JsonNode given = rules().getFirst();
        Map<String, Object> turned = new HashMap<>(block);
        turned.put("version", given.at("/version").asInt());
        turned.put("scope", Map.of("kind", "DEVICE", "deviceId", mac));
        assertThat(admin.put(HERE + "/rules/" + given.at("/id").asString(), turned)
                        .status())
                .isEqualTo(200);
        assertThat(giveBack(eve, entry, mac).status()).isEqualTo(409);
        assertThat(rules().getFirst().at("/policy").asString()).isEqualTo("BLOCKLIST");
    }

    @Test
    void isSuggestedToWhoMayTakeItInsteadOfAsking() {
        SignedFile file = Macs.signed("Figures");
        macs.file(acme.scope(), file);
        UUID block = macs.block(acme.scope(), mac, file, Instant.now());
        String asked = CATALOGUE + "/suggestions?eventId=" + block;
        assertThat(eve.get(asked).json().size()).isZero();
        curate(Map.of("identifier", file.signingId(), "name", "Reports"));
        curate(Map.of("identifier", "ABCDEFGHIJ:com.example.charts", "name", "Charts"));
        curate(Map.of("identifier", "KLMNOPQRST:org.example.figures"));
        curate(Map.of("identifier", "KLMNOPQRST:org.example.other", "name", "Other"));
        curate(Map.of("ruleType", "TEAMID", "identifier", "ABCDEFGHIJ", "teams", List.of(UUID.randomUUID())));
        List<String> told = eve.get(asked)
                .json()
                .valueStream()
                .map(each -> each.at("/likeness").asString() + " "
                        + each.at("/offer/name").asString())
                .toList();
        assertThat(told).containsExactly("COVERS_IT Reports", "SAME_SIGNER Charts", "SAME_NAME Figures");
        assertThat(eve.get(CATALOGUE + "/suggestions?sha256=" + file.sha256())
                        .json()
                        .size())
                .isEqualTo(3);
        Api bob = acme.as(acme.another(Role.END_USER));
        assertThat(bob.get(asked).json().size()).isZero();
        assertThat(bob.get(CATALOGUE + "/suggestions?sha256=" + file.sha256())
                        .json()
                        .size())
                .isZero();
    }

    @Test
    void isCuratedByWhoManagesRulesAndByNobodyElse() {
        assertThat(eve.post(CATALOGUE + "/entries", draft(Map.of())).status()).isEqualTo(403);
        assertThat(eve.get(CATALOGUE + "/entries").status()).isEqualTo(403);
        assertThat(acme.as(Role.AUDITOR)
                        .post(CATALOGUE + "/entries", draft(Map.of()))
                        .status())
                .isEqualTo(403);
        JsonNode entry = curate(Map.of());
        assertThat(admin.post(CATALOGUE + "/entries", draft(Map.of())).status()).isEqualTo(409);
        Map<String, Object> wrong = Map.of(
                "name",
                "",
                "reason",
                "short",
                "identifier",
                "?",
                "policy",
                "BLOCKLIST",
                "days",
                0,
                "publisher",
                "x".repeat(999));
        Api.Answer refused = admin.post(CATALOGUE + "/entries", draft(wrong));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().findValuesAsString("field"))
                .containsExactlyInAnyOrder("name", "publisher", "reason", "identifier", "policy", "days");
        String there = CATALOGUE + "/entries/" + id(entry);
        assertThat(admin.put(there, draft(Map.of("version", 7))).status()).isEqualTo(409);
        assertThat(admin.delete(there).status()).isEqualTo(422);
        assertThat(take(eve, entry, null).status()).isEqualTo(200);
        assertThat(admin.get(CATALOGUE + "/entries").json().at("/items/0/macs").asInt())
                .isOne();
        assertThat(admin.delete(there + "?version=1").status()).isEqualTo(204);
        assertThat(rules()).as("who has it keeps it").hasSize(1);
        assertThat(giveBack(eve, entry, mac).status()).isEqualTo(204);
    }

    @Test
    void clicksAtOnceGiveItOnce() throws Exception {
        JsonNode entry = curate(Map.of("days", 30));
        CyclicBarrier start = new CyclicBarrier(4);
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int each = 0; each < 4; each++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return take(eve, entry, null).status();
                }));
            }
            for (Future<Integer> each : running) {
                statuses.add(each.get());
            }
        }
        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(rules()).hasSize(1);
        assertThat(rules().getFirst().at("/expiresAt").isNull()).isFalse();
    }

    private JsonNode curate(Map<String, Object> other) {
        Api.Answer answer = admin.post(CATALOGUE + "/entries", draft(other));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static Map<String, Object> draft(Map<String, Object> other) {
        Map<String, Object> draft = new HashMap<>(Map.of(
                "name", "Figures",
                "publisher", "Example Limited",
                "reason", "The spreadsheet that everybody works with",
                "ruleType", "SIGNINGID",
                "identifier", FIGURES,
                "policy", "ALLOWLIST"));
        draft.putAll(other);
        return draft;
    }

    private static Api.Answer take(Api who, JsonNode entry, @Nullable List<UUID> devices) {
        Map<String, Object> choice = new HashMap<>();
        choice.put("version", entry.at("/version").asInt());
        if (devices != null) {
            choice.put("deviceIds", devices);
        }
        return who.post(CATALOGUE + "/" + id(entry) + "/take", choice);
    }

    private static Api.Answer giveBack(Api who, JsonNode entry, UUID device) {
        return who.post(CATALOGUE + "/" + id(entry) + "/give-back", Map.of("deviceIds", List.of(device)));
    }

    private List<JsonNode> rules() {
        return admin.get(HERE + "/rules").json().at("/items").valueStream().toList();
    }

    /** Newest first. */
    private List<String> actions() {
        return acme.as(Role.AUDITOR)
                .get(HERE + "/ledger/entries")
                .json()
                .at("/items")
                .valueStream()
                .map(entry -> entry.at("/action").asString())
                .toList();
    }

    private static String id(JsonNode thing) {
        return thing.at("/id").asString();
    }
}
