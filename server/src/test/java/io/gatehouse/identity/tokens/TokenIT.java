package io.gatehouse.identity.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Permission;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.TestTables;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Keys are exchanged for short tokens, which open no more than the key does at each call. */
@ServerTest
final class TokenIT {

    private static final String O = "/api/organizations/{o}";
    private static final Set<Permission> BOTH = Set.of(Permission.EVENT_READ, Permission.RULE_READ);

    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final TestClock clock;
    private final SigningKeys signingKeys;
    private final String account;
    private final TokenClient client;

    @Autowired
    TokenIT(TestOrganizations organizations, TestClock clock, SigningKeys signingKeys) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.clock = clock;
        this.signingKeys = signingKeys;
        this.account = acme.serviceAccount(BOTH);
        this.client = new TokenClient(acme, acme.key(account, BOTH));
    }

    @Test
    void aTokenOpensWhatTheKeyAllowsOrLess() {
        Api.Answer all = client.token(Map.of());
        assertThat(all.status()).as(all.body()).isEqualTo(200);
        assertThat(all.json().at("/token_type").asString()).isEqualTo("Bearer");
        assertThat(all.json().at("/expires_in").asInt()).isBetween(500, 600);
        assertThat(call(all.json().at("/access_token").asString(), "/rules")).isEqualTo(200);
        Api.Answer less = client.token(Map.of("scope", "event.read"));
        assertThat(less.json().at("/scope").asString()).isEqualTo("event.read");
        assertThat(call(less.json().at("/access_token").asString(), "/events")).isEqualTo(200);
        assertThat(call(less.json().at("/access_token").asString(), "/rules")).isEqualTo(403);
        Api.Answer more = client.token(Map.of("scope", "event.read people.manage"));
        assertThat(more.status()).isEqualTo(400);
        assertThat(more.json().at("/error").asString()).isEqualTo("invalid_scope");
    }

    @Test
    void theSecretMayStandInTheBodyToo() {
        Api nobody = acme.anonymous();
        String key = acme.key(account, BOTH);
        String form = TokenClient.encoded(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                key.substring(0, key.lastIndexOf('_')),
                "client_secret",
                key));
        Api.Answer answer =
                nobody.send("POST", "/oauth2/token", form, Map.of("Content-Type", "application/x-www-form-urlencoded"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void theServerDescribesItselfAndPublishesItsKeysWithoutTheirSecretHalf() {
        client.token();
        Api nobody = organizations.browser();
        Api.Answer described = nobody.get("/.well-known/oauth-authorization-server");
        assertThat(described.status()).as(described.body()).isEqualTo(200);
        JsonNode metadata = described.json();
        String issuer = metadata.at("/issuer").asString();
        assertThat(metadata.at("/token_endpoint").asString()).isEqualTo(issuer + "/oauth2/token");
        assertThat(metadata.at("/jwks_uri").asString()).isEqualTo(issuer + "/oauth2/jwks");
        assertThat(metadata.propertyNames())
                .as("tells of nothing that is closed")
                .noneMatch(name -> name.equals("authorization_endpoint") || name.contains("introspection"));
        Api.Answer keys = nobody.get("/oauth2/jwks");
        assertThat(keys.json().at("/keys/0/crv").asString()).isEqualTo("P-256");
        assertThat(keys.json().at("/keys/0").has("d")).isFalse();
        for (String closed :
                new String[] {"/oauth2/authorize", "/oauth2/introspect", "/oauth2/register", "/userinfo"}) {
            assertThat(nobody.get(closed).status()).as(closed).isIn(401, 403);
        }
    }

    @Test
    void aTokenEndsWithItsTimeItsKeyAndItsAccount() {
        String token = client.token();
        assertThat(call(token, "/events")).isEqualTo(200);
        try (TestClock.Shift _ = clock.ahead(Duration.ofMinutes(11))) {
            assertThat(call(token, "/events", "203.0.113.242")).as("over").isEqualTo(401);
        }
        Api admin = acme.as(Role.SECURITY_ADMIN);
        String path = O + "/service-accounts/" + account;
        admin.post(path + "/suspend", Map.of("reason", "Odd calls"));
        assertThat(call(token, "/events")).as("suspended").isEqualTo(401);
        assertThat(client.token(Map.of()).status()).isEqualTo(401);
        admin.post(path + "/resume");
        assertThat(call(token, "/events")).isEqualTo(200);
        String key = admin.get(path + "/keys").json().at("/0/id").asString();
        admin.post(path + "/keys/" + key + "/revoke", Map.of("reason", "Leaked"));
        assertThat(call(token, "/events")).as("the key was revoked").isEqualTo(401);
        assertThat(client.token(Map.of()).status()).isEqualTo(401);
    }

    @Test
    void aRevokedTokenOpensNothingAndOthersDo() {
        String token = client.token();
        String other = client.token();
        assertThat(client.revoke(token).status()).isEqualTo(200);
        assertThat(call(token, "/events")).isEqualTo(401);
        assertThat(call(other, "/events")).isEqualTo(200);
        assertThat(client.revoke(token).status()).as("again").isEqualTo(200);
        assertThat(client.revoke("nonsense").status()).isEqualTo(200);
        assertThat(TestTables.with(acme.id(), token)).isEmpty();
    }

    @Test
    void nobodyRevokesAnothersToken() {
        String token = client.token();
        TestOrganization other = organizations.enterprise();
        TokenClient stranger = new TokenClient(other, other.key(other.serviceAccount(BOTH), BOTH));
        stranger.revoke(token);
        assertThat(call(token, "/events")).isEqualTo(200);
    }

    @Test
    void keysAreRotatedAndOldTokensStayReadable() {
        String before = signingKeys.current();
        String token = client.token();
        try (TestClock.Shift _ = clock.ahead(SigningKeys.ROTATED_AFTER)) {
            assertThat(signingKeys.current()).isNotEqualTo(before);
            assertThat(organizations.browser().get("/oauth2/jwks").body()).contains(before, signingKeys.current());
        }
        assertThat(call(token, "/events")).isEqualTo(200);
        assertThat(TestTables.with(acme.id(), "\"d\":")).doesNotContain("identity.signing_key");
    }

    private int call(String token, String path) {
        return call(token, path, "203.0.113.241");
    }

    private int call(String token, String path, String address) {
        return acme.anonymous()
                .bearing(token)
                .send("GET", O + path, null, Map.of("X-Forwarded-For", address))
                .status();
    }
}
