package io.gatehouse.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.SignInByProvider;
import io.gatehouse.testing.TestDomains;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.TestProvider;
import io.gatehouse.testkit.keycloak.Keycloak;
import io.gatehouse.testkit.keycloak.KeycloakUser;
import io.gatehouse.testkit.keycloak.Realm;
import io.gatehouse.testkit.keycloak.Visitor;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organization connected to a real Keycloak. */
@ServerTest
final class KeycloakSignInIT {

    private static final String SECRET = "the secret of the client";

    private final Keycloak keycloak = Keycloak.shared();
    private final TestOrganizations organizations;
    private final JdbcClient jdbc;
    private final TestOrganization acme;
    private String domain = "";
    private Realm realm;
    private TestProvider provider;

    @Autowired
    KeycloakSignInIT(TestOrganizations organizations, JdbcClient jdbc) {
        this.organizations = organizations;
        this.jdbc = jdbc;
        this.acme = organizations.enterprise();
        this.provider = TestProvider.oidc(acme, "ACME");
        this.realm = keycloak.realm("oidc-" + provider.id());
    }

    @BeforeEach
    void connect() {
        domain = TestDomains.provenBy(acme);
        realm.addOidcClient("gatehouse", SECRET, provider.redirect());
        realm.addGroup("auditors");
        realm.addGroup("engineers");
        assertThat(provider.settle(realm.issuer(), SECRET).status()).isEqualTo(200);
        assertThat(provider.map(Map.of("auditors", Role.AUDITOR, "engineers", Role.END_USER))
                        .status())
                .isEqualTo(200);
        Api.Answer enabled = provider.enable();
        assertThat(enabled.status()).as(enabled.body()).isEqualTo(200);
    }

    @Test
    void letsInAPersonWhoDidNotExistBeforeInTheRightRole() throws Exception {
        KeycloakUser ada = KeycloakUser.of("ada@" + domain, "auditors");
        realm.addUser(ada);
        Api browser = organizations.browser();

        Api.Answer landed = signIn(browser, new Visitor(keycloak), ada);

        assertThat(landed.status()).isEqualTo(303);
        assertThat(landed.header("Location")).isEqualTo("/console/organizations?x=1");
        Api.Answer session = browser.get("/api/session");
        assertThat(session.json().at("/person/email").asString()).isEqualTo("ada@" + domain);
        assertThat(session.json().at("/person/displayName").asString()).isEqualTo("ada Example");
        assertThat(session.json().at("/memberships/0/roles/0").asString()).isEqualTo("AUDITOR");
        String grants = acme.as(Role.SECURITY_ADMIN)
                .get("/api/organizations/{o}/people/"
                        + session.json().at("/person/id").asString() + "/grants")
                .body();
        assertThat(grants).contains("\"through\":{\"provider\":\"Provider " + provider.id(), "\"value\":\"auditors\"");
    }

    @Test
    void followsGroupsAndKeysThatChange() throws Exception {
        KeycloakUser ada = KeycloakUser.of("ada@" + domain, "auditors");
        String person = realm.addUser(ada);
        Api browser = organizations.browser();
        Visitor visitor = new Visitor(keycloak);
        signIn(browser, visitor, ada);
        realm.join(person, realm.addGroup("leavers"));
        realm.rotateSigningKey();
        Api.Answer again = signIn(browser, visitor, ada);
        assertThat(again.header("Location"))
                .as("a key that was not there before")
                .startsWith("/console/organizations");
        realm.changeUser(person, Map.of("email", "ada@elsewhere.example"));
        Api.Answer moved = signIn(organizations.browser(), visitor, ada);
        assertThat(SignInByProvider.problem(moved)).isEqualTo("domain-not-verified");
        assertThat(browser.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void signingOutEndsTheSessionThereToo() throws Exception {
        KeycloakUser ada = KeycloakUser.of("ada@" + domain, "auditors");
        String person = realm.addUser(ada);
        Api browser = organizations.browser();
        Visitor visitor = new Visitor(keycloak);
        signIn(browser, visitor, ada);
        String farewell =
                browser.post("/api/sign-in/sign-out").json().at("/address").asString();
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
        assertThat(realm.sessions(person)).isEqualTo(1);
        assertThat(visitor.follow(URI.create(farewell)))
                .as("Keycloak asks nothing, and knows where to go")
                .isEqualTo(new Visitor.Landing.Redirected(provider.redirect().resolve("/console/sign-in")));
        assertThat(realm.sessions(person)).isZero();
    }

    @Test
    void theTokenForSigningOutIsKeptSealedAndGoesWithTheSession() throws Exception {
        KeycloakUser ada = KeycloakUser.of("ada@" + domain, "auditors");
        realm.addUser(ada);
        Api browser = organizations.browser();
        signIn(browser, new Visitor(keycloak), ada);
        String kept = hints();
        assertThat(kept).as("neither a token nor one in Base64").isNotEmpty().doesNotContain(".", "ZXlK");
        browser.post("/api/sign-in/sign-out");
        assertThat(hints()).isEmpty();
    }

    /** What sessions of the organization's people hold for signing out. */
    private String hints() {
        return jdbc.sql("""
                        select coalesce(string_agg(encode(a.attribute_bytes, 'escape'), ' '), '')
                        from framework.spring_session_attributes a
                        join framework.spring_session_attributes p using (session_primary_id)
                        where a.attribute_name = 'logout-hint' and p.attribute_name = 'through'
                          and encode(p.attribute_bytes, 'escape') like '%' || :organization
                        """)
                .param("organization", acme.id().toString())
                .query(String.class)
                .single();
    }

    @Test
    void aCheckFindsAWrongSecretAndAnUnknownRedirect() {
        String check = provider.path("/check");
        assertThat(provider.admin().post(check).body()).doesNotContain("ERROR");
        realm.setRedirects("gatehouse", URI.create("https://elsewhere.example/"));
        assertThat(provider.admin().post(check).body())
                .contains("redirect-not-registered")
                .contains(provider.redirect().toString());
        realm.setRedirects("gatehouse", provider.redirect());
        provider.settle(realm.issuer(), "another secret");
        assertThat(provider.admin().post(check).body()).contains("wrong-secret");
        provider.settle(URI.create(realm.issuer() + "-not"), SECRET);
        assertThat(provider.admin().post(check).body()).contains("provider-misconfigured");
    }

    private Api.Answer signIn(Api browser, Visitor visitor, KeycloakUser user) throws Exception {
        URI address = provider.begin(browser, "/console/organizations?x=1");
        return answer(browser, visitor.signIn(address, user));
    }

    private static Api.Answer answer(Api browser, Visitor.Landing landing) {
        if (!(landing instanceof Visitor.Landing.Redirected(URI back))) {
            throw new AssertionError(landing.toString());
        }
        return browser.get(back.getRawPath() + "?" + back.getRawQuery());
    }
}
