package io.gatehouse.identity.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Where somebody is signed in, and signing out from afar; nobody reaches another's sessions. */
@ServerTest
final class OwnSessionsIT {

    private static final String SESSIONS = "/api/account/sessions";

    private final TestOrganization acme;
    private final PersonRef person;
    private final Api first;
    private final Api second;
    private final TestClock clock;

    @Autowired
    OwnSessionsIT(TestOrganizations organizations, TestClock clock) {
        this.acme = organizations.enterprise();
        this.person = acme.another(Role.AUDITOR);
        this.first = acme.as(person);
        this.second = acme.as(person);
        this.clock = clock;
    }

    @Test
    void listsTheOwnSessionsWithWhereTheyWereOpened() {
        acme.as(acme.another(Role.AUDITOR));
        JsonNode list = first.get(SESSIONS).json();
        assertThat(list.size()).isEqualTo(2);
        JsonNode current = current(list);
        assertThat(current.at("/address").asString()).isEqualTo("127.0.0.1");
        assertThat(current.at("/browser").asString()).startsWith("Java-http-client");
        assertThat(current.at("/factors").toString()).isEqualTo("[\"PASSWORD\"]");
        assertThat(list.toString()).doesNotContain(first.cookie("GATEHOUSE_SESSION"));
    }

    @Test
    void endsOneAndTellsTheBook() {
        String id = current(second.get(SESSIONS).json()).at("/id").asString();
        assertThat(first.delete(SESSIONS + "/" + id).status()).isEqualTo(204);
        assertThat(second.get("/api/session").status()).isEqualTo(401);
        assertThat(first.get("/api/session").status()).isEqualTo(200);
        assertThat(first.delete(SESSIONS + "/" + id).status()).isEqualTo(404);
        assertThat(acme.as(Role.SECURITY_ADMIN)
                        .get("/api/organizations/{o}/ledger/entries?action=person.end-sessions&objectId=" + person.id())
                        .json()
                        .at("/items/0/after/sessions")
                        .asInt())
                .isOne();
    }

    @Test
    void endsAllOthers() {
        assertThat(first.delete(SESSIONS).status()).isEqualTo(204);
        assertThat(second.get("/api/session").status()).isEqualTo(401);
        assertThat(first.get(SESSIONS).json().size()).isOne();
    }

    @Test
    void reachesNobodyElsesSessions() {
        Api other = acme.as(acme.another(Role.SECURITY_ADMIN));
        String id = current(first.get(SESSIONS).json()).at("/id").asString();
        assertThat(other.delete(SESSIONS + "/" + id).status()).isEqualTo(404);
        assertThat(other.delete(SESSIONS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(other.delete(SESSIONS + "/x").status()).isEqualTo(400);
        other.delete(SESSIONS);
        assertThat(first.get("/api/session").status()).isEqualTo(200);
        Api forged = acme.anonymous();
        forged.cookie("GATEHOUSE_SESSION", id);
        assertThat(forged.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void aSessionEndsAfterItsAbsoluteLimitHoweverBusy() {
        try (TestClock.Shift _ = clock.ahead(Duration.ofHours(13))) {
            assertThat(first.get("/api/session").status()).isEqualTo(401);
        }
    }

    @Test
    void anotherPasswordDoesNotMakeTheSessionYounger() {
        try (TestClock.Shift _ = clock.ahead(Duration.ofHours(8))) {
            Map<String, String> change = Map.of(
                    "currentPassword", TestOrganizations.PASSWORD, "newPassword", "quite another long pass phrase");
            assertThat(first.put("/api/session/password", change).status()).isEqualTo(204);
            assertThat(first.get("/api/session").status()).isEqualTo(200);
        }
        try (TestClock.Shift _ = clock.ahead(Duration.ofHours(13))) {
            assertThat(first.get("/api/session").status()).isEqualTo(401);
        }
    }

    @Test
    void anAdminEndsAMembersSessionsWithAReason() {
        Api admin = acme.as(Role.SECURITY_ADMIN);
        String path = "/api/organizations/{o}/people/" + person.id() + "/end-sessions";
        assertThat(admin.post(path, Map.of("reason", "")).status()).isEqualTo(422);
        assertThat(first.post(path, Map.of("reason", "mine")).status()).isEqualTo(403);
        assertThat(admin.post(path, Map.of("reason", "The laptop was stolen")).status())
                .isEqualTo(204);
        assertThat(first.get("/api/session").status()).isEqualTo(401);
        assertThat(second.get("/api/session").status()).isEqualTo(401);
        JsonNode entry = admin.get(
                        "/api/organizations/{o}/ledger/entries?action=person.end-sessions&objectId=" + person.id())
                .json();
        assertThat(entry.at("/items/0/reason").asString()).isEqualTo("The laptop was stolen");
        assertThat(entry.at("/items/0/actor/id").asString())
                .isEqualTo(acme.person(Role.SECURITY_ADMIN).id().toString());
    }

    private static JsonNode current(JsonNode list) {
        return list.valueStream()
                .filter(row -> row.at("/current").asBoolean())
                .findFirst()
                .orElseThrow();
    }
}
