package io.gatehouse.identity.saml.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.MailTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testkit.keycloak.Keycloak;
import io.gatehouse.testkit.keycloak.KeycloakUser;
import io.gatehouse.testkit.keycloak.Realm;
import io.gatehouse.testkit.keycloak.Visitor;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** People of an organization sign in through a real Keycloak by SAML; its realm and our key take seconds to make. */
@MailTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SamlSignInIT {

    private final Keycloak keycloak = Keycloak.shared();
    private final String name = UUID.randomUUID().toString();
    private final String domain = "d-" + name + ".example.org";
    private final KeycloakUser ada = KeycloakUser.of("ada@" + domain, "engineering");
    private final Realm realm = keycloak.realm(name);

    private TestOrganizations organizations;
    private TestOrganization organization;
    private String provider;
    private String person;

    @Autowired
    void setUp(TestOrganizations all) {
        organizations = all;
        organization = all.enterprise();
        realm.addGroup("engineering");
        person = realm.addUser(ada);
        proveDomain();
        provider = created(realm.samlMetadata()).at("/provider/id").asString();
        realm.addSamlClient(metadata());
        admin().put(
                        path("/mapping"),
                        Map.of(
                                "rules",
                                List.of(Map.of(
                                        "claim",
                                        "groups",
                                        "value",
                                        "engineering",
                                        "role",
                                        "END_USER",
                                        "joinsTeam",
                                        false))));
    }

    @Test
    void somebodyWhoWasNotThereBeforeComesIn() throws Exception {
        enable();
        KeycloakUser grace = KeycloakUser.of("grace@" + domain, "engineering");
        realm.addUser(grace);
        Api browser = organizations.browser();
        Visitor.Landing.Posted answer = answer(browser, grace);

        Api.Answer landed = post(browser, answer, true);

        assertThat(landed.status()).as(landed.body()).isEqualTo(303);
        assertThat(landed.header("Location")).isEqualTo("/console/");
        assertThat(browser.get("/api/session").body()).contains("grace@" + domain);
    }

    /** A page of another site posts without our cookies: what comes back posts again from here. */
    @Test
    void anAnswerWithoutCookiesIsPostedAgainFromHere() throws Exception {
        enable();
        Visitor.Landing.Posted answer = answer(organizations.browser());

        Api.Answer page = post(organizations.browser(), answer, false);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("value=\"" + answer.fields().get("RelayState") + "\"");
        assertThat(page.header("Content-Security-Policy")).contains("form-action 'self'", "script-src 'self'");
        assertThat(page.header("Set-Cookie")).doesNotContain("SESSION");
    }

    @Test
    void anAnswerCountsOnce() throws Exception {
        enable();
        Api browser = organizations.browser();
        Visitor.Landing.Posted answer = answer(browser);
        post(browser, answer, true);

        assertThat(post(browser, answer, true).header("Location")).contains("reason=attempt-unknown");
    }

    /** Whoever lets somebody else's browser post their own answer gets nobody in as themselves. */
    @Test
    void anAnswerCountsInTheBrowserThatAskedOnly() throws Exception {
        enable();
        Visitor.Landing.Posted answer = answer(organizations.browser());
        Api victim = organizations.browser();
        begin(victim);

        assertThat(post(victim, answer, true).header("Location")).contains("reason=attempt-unknown");
        assertThat(victim.get("/api/session").body()).doesNotContain("ada@");
    }

    @Test
    void anAnswerToAnotherAttemptProvesNothing() throws Exception {
        enable();
        Api browser = organizations.browser();
        Visitor.Landing.Posted first = answer(browser);
        Visitor.Landing.Posted second = answer(browser);
        Map<String, String> mixed = new HashMap<>(second.fields());
        mixed.put("SAMLResponse", first.fields().get("SAMLResponse"));

        Api.Answer landed = post(browser, new Visitor.Landing.Posted(first.address(), mixed), true);

        assertThat(landed.header("Location")).contains("reason=answer-not-valid");
    }

    @Test
    void anAnswerAtAnotherProvidersAddressProvesNothing() throws Exception {
        enable();
        String other = created(realm.samlMetadata()).at("/provider/id").asString();
        Api browser = organizations.browser();
        Visitor.Landing.Posted answer = answer(browser);
        URI elsewhere = URI.create(answer.address().toString().replace(provider, other));

        Api.Answer landed = post(browser, new Visitor.Landing.Posted(elsewhere, answer.fields()), true);

        assertThat(landed.header("Location")).contains("reason=issuer-mismatch");
    }

    @Test
    void aTestShowsWhatTheProviderSays() throws Exception {
        Api admin = admin();
        URI address =
                URI.create(admin.post(path("/test")).json().path("address").asString());
        Visitor.Landing.Posted answer = (Visitor.Landing.Posted) new Visitor(keycloak).signIn(address, ada);

        assertThat(post(admin, answer, true).header("Location")).contains("/console/sign-in-tested");
        JsonNode outcome = admin.get(path("/test")).json().path("outcome");
        assertThat(outcome.path("passed").asBoolean()).as(outcome.toString()).isTrue();
        assertThat(outcome.at("/claims/groups/0").asString()).isEqualTo("engineering");
        assertThat(outcome.at("/claims/NameID/0").asString()).isNotEmpty();
    }

    /** A check reads the metadata anew, as the timer does; the change of certificates is in the book. */
    @Test
    void theProvidersKeyChangesOnceItsMetadataIsReadAgain() throws Exception {
        enable();
        realm.rotateSigningKey();
        Api browser = organizations.browser();
        assertThat(post(browser, answer(browser), true).header("Location")).contains("reason=answer-not-valid");

        assertThat(admin().post(path("/check")).body()).doesNotContain("ERROR");

        assertThat(post(browser, answer(browser), true).header("Location")).isEqualTo("/console/");
        assertThat(admin().get("/api/organizations/{o}/ledger/entries?action=identity-provider.read-metadata")
                        .body())
                .contains("serial number");
    }

    /** The next key is published first; what the former opens still comes in. At last: Keycloak was told of the former. */
    @Test
    @Order(Integer.MAX_VALUE)
    void ourKeyChangesWithoutAnybodyFailing() throws Exception {
        enable();
        Api admin = admin();
        assertThat(admin.post(path("/saml/next-key/use")).status()).isEqualTo(409);
        String before = metadata();
        admin.post(path("/saml/next-key"));
        String both = metadata();
        assertThat(both.split("X509Certificate>")).hasSizeGreaterThan(before.split("X509Certificate>").length);
        Api browser = organizations.browser();
        Visitor.Landing.Posted onTheWay = answer(browser);

        JsonNode trust = admin.post(path("/saml/next-key/use")).json();

        assertThat(trust.path("own").size()).isEqualTo(1);
        assertThat(post(browser, onTheWay, true).header("Location")).isEqualTo("/console/");
    }

    @Test
    void signingOutEndsTheSessionThereAndTheAnswerLeadsBack() throws Exception {
        enable();
        int before = realm.sessions(person);
        Api browser = organizations.browser();
        Visitor visitor = new Visitor(keycloak);
        post(browser, (Visitor.Landing.Posted) visitor.signIn(begin(browser), ada), true);
        assertThat(realm.sessions(person)).isEqualTo(before + 1);

        String farewell =
                browser.post("/api/sign-in/sign-out").json().path("address").asString();

        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        Visitor.Landing landing = visitor.follow(URI.create(farewell));
        assertThat(realm.sessions(person)).isEqualTo(before);
        assertThat(brought(browser, landing).header("Location")).endsWith("/console/sign-in");
    }

    /** Somebody signs out at Keycloak itself, which sends their browser around. */
    @Test
    void aSessionThatTheProviderEndsIsOverHereAndNoOther() throws Exception {
        enable();
        int before = realm.sessions(person);
        Api ended = organizations.browser();
        Api other = organizations.browser();
        Visitor visitor = new Visitor(keycloak);
        post(ended, (Visitor.Landing.Posted) visitor.signIn(begin(ended), ada), true);
        post(other, answer(other), true);

        Api.Answer answered = brought(organizations.browser(), visitor.signOut(realm));

        assertThat(answered.header("Location")).contains("/protocol/saml", "SAMLResponse=", "Signature=");
        visitor.visit(URI.create(answered.header("Location")));
        assertThat(realm.sessions(person)).isEqualTo(before + 1);
        assertThat(ended.get("/api/session").status()).isEqualTo(401);
        assertThat(other.get("/api/session").status()).isEqualTo(200);
        assertThat(admin().get("/api/organizations/{o}/ledger/entries?action=person.sign-out")
                        .body())
                .contains("Keycloak");
    }

    @Test
    void nobodyElseEndsASession() throws Exception {
        enable();
        Api browser = organizations.browser();
        post(browser, answer(browser), true);
        Api stranger = organizations.browser();
        String path = "/api/sign-in/saml/" + provider + "/logout";

        for (String query : List.of("", "?SAMLRequest=x", "?SAMLRequest=x&SigAlg=y&Signature=z", "?SAMLResponse=x")) {
            assertThat(stranger.get(path + query).header("Location")).as(query).contains("reason=sign-out-incomplete");
        }
        assertThat(stranger.probe(
                                "GET", path.replace(provider, UUID.randomUUID().toString()) + "?SAMLRequest=x", null)
                        .status())
                .isEqualTo(404);
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void whoMayNotManageTheOrganizationSeesAndChangesNothing() {
        assertThat(organization.as(Role.END_USER).get(path("/saml")).status()).isEqualTo(403);
        Api helper = organization.asHelper("organization.read", "organization.manage", "people.manage");
        assertThat(helper.get(path("/saml")).status()).isEqualTo(200);
        assertThat(helper.post(path("/saml/next-key")).status()).isEqualTo(403);
        assertThat(helper.post(path("/saml/next-key/use")).status()).isEqualTo(403);
        assertThat(organizations
                        .enterprise()
                        .as(Role.SECURITY_ADMIN)
                        .get(path("/saml"))
                        .status())
                .isEqualTo(404);
        assertThat(organizations
                        .browser()
                        .probe("GET", "/api/sign-in/saml/" + UUID.randomUUID() + "/metadata", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anAddressWithinTheNetworkIsNotAskedUnlessAllowed() {
        JsonNode made = created(URI.create("https://10.11.12.13/metadata"));
        Api.Answer check = admin().post("/api/organizations/{o}/identity-providers/"
                + made.at("/provider/id").asString() + "/check");
        assertThat(check.body()).contains("connection-not-allowed");
    }

    private Visitor.Landing.Posted answer(Api browser) throws Exception {
        return answer(browser, ada);
    }

    private Visitor.Landing.Posted answer(Api browser, KeycloakUser user) throws Exception {
        return (Visitor.Landing.Posted) new Visitor(keycloak).signIn(begin(browser), user);
    }

    private URI begin(Api browser) {
        browser.get("/api/session");
        Api.Answer departure = browser.post(
                "/api/sign-in/providers/" + provider, Map.of("email", "", "returnTo", "/console/", "fresh", false));
        assertThat(departure.status()).as(departure.body()).isEqualTo(200);
        return URI.create(departure.json().path("address").asString());
    }

    private static Api.Answer post(Api browser, Visitor.Landing.Posted answer, boolean again) {
        Map<String, String> fields = new HashMap<>(answer.fields());
        if (again) {
            fields.put("again", "true");
        }
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                "POST",
                answer.address().getPath(),
                body,
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "text/html"));
    }

    private static Api.Answer brought(Api browser, Visitor.Landing landing) {
        return switch (landing) {
            case Visitor.Landing.Redirected(URI address) ->
                browser.probe("GET", address.getRawPath() + "?" + address.getRawQuery(), null);
            case Visitor.Landing.Posted posted -> post(browser, posted, false);
        };
    }

    private void proveDomain() {
        admin().post("/api/organizations/{o}/domains", Map.of("name", domain));
        Api.Answer confirmed = organizations
                .signedIn(organizations.person(true))
                .post(
                        "/api/installation/domain-claims/confirm",
                        Map.of("organization", organization.id(), "name", domain, "reason", "A test"));
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(204);
    }

    private JsonNode created(URI metadata) {
        Api.Answer made = admin().post(
                        "/api/organizations/{o}/identity-providers",
                        Map.of(
                                "kind",
                                "SAML",
                                "preset",
                                "KEYCLOAK",
                                "name",
                                "Keycloak " + UUID.randomUUID(),
                                "settings",
                                Map.of("metadataAddress", metadata.toString()),
                                "secondFactorMethods",
                                List.of()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json();
    }

    private void enable() {
        Api.Answer enabled = admin().put(path("/state"), Map.of("state", "ENABLED"));
        assertThat(enabled.status()).as(enabled.body()).isEqualTo(200);
    }

    private String metadata() {
        return organizations
                .browser()
                .send("GET", "/api/sign-in/saml/" + provider + "/metadata", null, Map.of("Accept", "application/xml"))
                .body();
    }

    private Api admin() {
        return organization.as(Role.SECURITY_ADMIN);
    }

    private String path(String rest) {
        return "/api/organizations/{o}/identity-providers/" + provider + rest;
    }
}
