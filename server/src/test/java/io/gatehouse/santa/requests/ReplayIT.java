package io.gatehouse.santa.requests;

import static io.gatehouse.santa.requests.SoftwareRequestIT.approval;
import static io.gatehouse.santa.requests.SoftwareRequestIT.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.software.SignedFile;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.BookReplay;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * 2 random histories of 60 steps through the API: replaying before and after of the book, each entry starting where the
 * one before it ended, gives exactly the tables.
 */
@ServerTest
final class ReplayIT {

    private static final int HISTORIES = 2;
    private static final int STEPS = 60;
    private static final long SEED = 20_260_301L;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The tables in the words of the book. */
    private static final Map<String, String> TABLES = Map.of("request", """
            select r.id::text as id, jsonb_build_object('number', r.number, 'kind', r.kind, 'state', r.state,
                'title', r.title, 'subject', r.subject, 'justification', r.justification, 'requester', r.requester_id,
                'contentHash', r.content_hash, 'policyVersion', r.policy_version, 'result', r.result,
                'version', r.version, 'emergency', r.emergency, 'route', r.route,
                'routing', r.routing, 'stages', (select jsonb_agg(jsonb_build_object('stage', s.stage, 'state', s.state,
                    'name', (select p ->> 'name' from jsonb_array_elements(r.path -> 'stages') p
                             where p ->> 'id' = s.stage),
                    'skipped', s.skipped, 'escalated', s.escalated) order by s.position)
                    from approvals.stage s where s.request_id = r.id),
                'decisions', coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'stage', d.stage,
                    'group', d.group_name, 'outcome', d.outcome, 'person', d.person_id, 'member', d.member_id,
                    'delegations', d.delegations, 'delegatedUntil', d.delegated_until, 'authority', d.authority, 'contentHash', d.content_hash,
                    'channel', d.channel, 'factor', d.factor, 'terms', d.terms, 'comment', d.comment,
                    'lapsed', d.id = any(r.lapsed)) order by d.decided_at, d.id)
                    from approvals.decision d where d.request_id = r.id), '[]'))::text as fields
            from approvals.request r
            """, "rule", """
            select id::text as id, jsonb_build_object('ruleType', (array['BINARY', 'CERTIFICATE', 'TEAMID', 'SIGNINGID',
                'CDHASH'])[rule_type], 'identifier', identifier, 'policy', (array['ALLOWLIST', 'ALLOWLIST_COMPILER',
                'BLOCKLIST', 'SILENT_BLOCKLIST'])[policy], 'scopeKind', scope_kind,
                'deviceId', case when scope_kind = 'DEVICE' then scope_id end, 'comment', comment,
                'softwareName', software_name, 'requestId', request_id)::text as fields
            from santa.rule
            """);

    private final TestOrganizations organizations;
    private final Macs macs;
    private final Transactions transactions;
    private final JdbcClient jdbc;

    @Autowired
    ReplayIT(TestOrganizations organizations, Macs macs, Transactions transactions, JdbcClient jdbc) {
        this.organizations = organizations;
        this.macs = macs;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Test
    void replayingTheBookGivesTheTables() {
        Random random = new Random(SEED);
        for (int i = 0; i < HISTORIES; i++) {
            TestOrganization organization = organizations.enterprise();
            History history = new History(organization, random);
            history.run();
            assertThat(history.outcomes).as("what was tried").hasSizeGreaterThan(8);
            compare(organization);
        }
    }

    private void compare(TestOrganization organization) {
        BookReplay replay = BookReplay.of(organization.as(Role.AUDITOR));
        TABLES.forEach((type, table) -> {
            Map<String, JsonNode> rows = rows(organization.scope(), table);
            assertThat(rows).as(type).isNotEmpty();
            assertSame(replay.things(type), rows);
        });
    }

    private static void assertSame(Map<String, JsonNode> replayed, Map<String, JsonNode> rows) {
        assertThat(replayed.keySet()).isEqualTo(rows.keySet());
        rows.forEach((id, row) -> row.propertyNames()
                .forEach(name -> assertThat(withoutTimes(replayed.get(id).get(name)))
                        .as(name + " of " + id)
                        .isEqualTo(withoutTimes(row.get(name)))));
    }

    /** Times of decisions are told in another spelling by the database. */
    private static JsonNode withoutTimes(JsonNode value) {
        if (value.isArray()) {
            value.forEach(item -> ((ObjectNode) item).remove("at"));
        }
        return value;
    }

    private Map<String, JsonNode> rows(OrganizationScope scope, String table) {
        Map<String, JsonNode> rows = new TreeMap<>();
        transactions.read(scope, () -> {
            jdbc.sql(table).query(row -> {
                rows.put(row.getString("id"), BookReplay.comparable(JSON.readTree(row.getString("fields"))));
            });
            return rows;
        });
        return rows;
    }

    /** Steps of random people; what is refused is part of the history as well. */
    private final class History {

        private final TestOrganization organization;
        private final Random random;
        private final Api admin;
        private final List<Api> people;
        private final List<Api> deciders;
        private final List<SignedFile> files = new ArrayList<>();
        private final List<UUID> devices = new ArrayList<>();
        private final TreeSet<String> outcomes = new TreeSet<>();

        private History(TestOrganization organization, Random random) {
            this.organization = organization;
            this.random = random;
            this.admin = organization.as(Role.SECURITY_ADMIN);
            Api second = organization.as(organization.another(Role.SECURITY_ADMIN));
            this.deciders = List.of(admin, second, organization.as(Role.TEAM_LEAD));
            this.people = List.of(organization.as(Role.END_USER), organization.as(Role.TEAM_LEAD), admin);
            for (int i = 0; i < 4; i++) {
                SignedFile file = Macs.signed("Program " + i);
                macs.file(organization.scope(), file);
                files.add(file);
                devices.add(macs.device(organization.scope(), "mac-" + i, organization.person(Role.END_USER)));
            }
        }

        private void run() {
            for (int step = 0; step < STEPS; step++) {
                String action = List.of(
                                "submit", "submit", "approve", "approve", "deny", "withdraw", "rule", "edit", "drop")
                        .get(random.nextInt(9));
                outcomes.add(action + " " + perform(action) / 100);
            }
        }

        private int perform(String action) {
            return switch (action) {
                case "submit" -> submit();
                case "rule" ->
                    any(deciders).post("/api/organizations/{o}/rules", rule()).status();
                case "edit", "drop" -> change(action);
                default -> decide(action);
            };
        }

        private int submit() {
            Map<String, Object> asked = new HashMap<>();
            asked.put("sha256", any(files).sha256());
            asked.put("justification", "Step " + random.nextInt() + " needs it");
            if (random.nextBoolean()) {
                asked.put("deviceId", any(devices));
            }
            return any(people).post("/api/organizations/{o}/requests", asked).status();
        }

        private int decide(String action) {
            JsonNode requests =
                    admin.get("/api/organizations/{o}/requests").json().get("items");
            if (requests.isEmpty()) {
                return 0;
            }
            JsonNode request = admin.get(path(requests.get(random.nextInt(requests.size()))))
                    .json();
            String path = path(request) + "/" + action;
            return switch (action) {
                case "withdraw" -> any(people).post(path).status();
                case "deny" ->
                    any(deciders)
                            .post(
                                    path,
                                    Map.of(
                                            "reason",
                                            "Nobody knows its maker",
                                            "contentHash",
                                            request.get("contentHash")))
                            .status();
                default -> approve(request, path);
            };
        }

        private int approve(JsonNode request, String path) {
            JsonNode proposals = request.get("proposals");
            if (proposals.isEmpty()) {
                return any(deciders).post(path, Map.of()).status();
            }
            Map<String, Object> scope = random.nextBoolean()
                    ? Map.of("kind", "ORGANIZATION")
                    : Map.of("kind", "DEVICE", "deviceId", any(devices));
            Map<String, Object> approval = approval(request, proposals.get(random.nextInt(proposals.size())), scope);
            approval.put("comment", "step " + random.nextInt());
            if (random.nextInt(4) == 0) {
                approval.put("expiresAt", Instant.now().plusSeconds(86_400).toString());
            }
            return any(deciders).post(path, approval).status();
        }

        private Map<String, Object> rule() {
            Map<String, Object> rule = new HashMap<>();
            rule.put("ruleType", "BINARY");
            rule.put("identifier", any(files).sha256());
            rule.put("policy", any(List.of("ALLOWLIST", "BLOCKLIST", "SILENT_BLOCKLIST")));
            rule.put("scope", Map.of("kind", "ORGANIZATION"));
            rule.put("comment", "by hand " + random.nextInt());
            return rule;
        }

        private int change(String action) {
            JsonNode rules = admin.get("/api/organizations/{o}/rules").json().get("items");
            if (rules.isEmpty()) {
                return 0;
            }
            JsonNode rule = rules.get(random.nextInt(rules.size()));
            String path = "/api/organizations/{o}/rules/" + rule.get("id").asString();
            int version = rule.get("version").asInt() - (random.nextInt(5) == 0 ? 1 : 0);
            if (action.equals("drop") && random.nextInt(3) == 0) {
                return any(deciders).delete(path + "?version=" + version).status();
            }
            Map<String, Object> changed = rule();
            changed.put("identifier", rule.get("identifier").asString());
            changed.put("ruleType", rule.get("ruleType").asString());
            changed.put("version", version);
            return any(deciders).put(path, changed).status();
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
