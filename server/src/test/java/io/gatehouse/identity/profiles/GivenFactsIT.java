package io.gatehouse.identity.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.Directory;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.SignInByProvider;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.TestProvider;
import io.gatehouse.testkit.openid.OpenIdProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Facts that a directory or a provider gave go when it gives them no more; what people entered stays. */
@ServerTest
final class GivenFactsIT {

    private static final String PEOPLE = "/api/organizations/{o}/people/";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final OpenIdProvider standIn = OpenIdProvider.start();
    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final Api admin;

    @Autowired
    GivenFactsIT(TestOrganizations organizations) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void goWhenTheDirectoryRemovesThem() {
        Directory directory = Directory.of(acme);
        String boss = directory.create("boss");
        String ada = directory.create("ada");
        directory.send("PUT", "/Users/" + ada, full(directory, boss));
        assertThat(facts(ada)).containsExactly("Analyst", "Engines", "4711", boss);
        directory.patch(
                "/Users/" + ada,
                List.of(
                        Map.of("op", "remove", "path", "title"),
                        Map.of("op", "remove", "path", ENTERPRISE + ":manager")));
        assertThat(facts(ada)).containsExactly("", "Engines", "4711", "");
        directory.send("PUT", "/Users/" + ada, full(directory, boss));
        directory.send("PUT", "/Users/" + ada, directory.user("ada"));
        assertThat(facts(ada)).containsExactly("", "", "", "");
    }

    @Test
    void stayWhereSomebodyChangedThemMeanwhile() {
        Directory directory = Directory.of(acme);
        String boss = directory.create("boss");
        String ada = directory.create("ada");
        directory.send("PUT", "/Users/" + ada, full(directory, boss));
        enter(ada, "Countess", "Engines");
        directory.send("PUT", "/Users/" + ada, directory.user("ada"));
        assertThat(facts(ada)).startsWith("Countess", "");
    }

    @Test
    void goWhenTheProviderSendsTheClaimNoMore() {
        SignInByProvider signIn = SignInByProvider.of(acme, standIn);
        readFacts(signIn.provider());
        Api browser = organizations.browser();
        Map<String, Object> claims = new HashMap<>(signIn.claims("ada", "users"));
        signIn.signIn(browser, with(claims, Map.of("department", "Engines", "title", "Analyst")));
        String ada = browser.get("/api/session").json().at("/person/id").asString();
        assertThat(facts(ada)).startsWith("Analyst", "Engines");
        signIn.signIn(browser, with(claims, Map.of("department", "Engines")));
        assertThat(facts(ada)).startsWith("", "Engines");
        enter(ada, "", "Hut 8");
        signIn.signIn(browser, claims);
        assertThat(facts(ada)).startsWith("", "Hut 8");
    }

    private List<String> facts(String person) {
        JsonNode profile = admin.get(PEOPLE + person + "/profile").json();
        return List.of(
                profile.at("/title").asString(),
                profile.at("/department").asString(),
                profile.at("/costCenter").asString(),
                profile.at("/line/0/id").asString(""));
    }

    private void enter(String person, String title, String department) {
        Map<String, Object> entered = new HashMap<>(Map.of("title", title, "department", department, "costCenter", ""));
        entered.put("managerId", null);
        Api.Answer kept = admin.put(PEOPLE + person + "/profile", entered);
        assertThat(kept.status()).as(kept.body()).isEqualTo(200);
    }

    private void readFacts(TestProvider provider) {
        Map<String, Object> draft = TestProvider.draft(
                "Tells places",
                Map.of("issuer", standIn.issuer().toString(), "clientId", "gatehouse"),
                OpenIdProvider.SECRET,
                List.of());
        draft.put(
                "claimNames",
                Map.of(
                        "email",
                        "email",
                        "displayName",
                        "name",
                        "department",
                        "department",
                        "title",
                        "title",
                        "costCenter",
                        "",
                        "manager",
                        ""));
        Api.Answer settled = provider.admin().put(provider.path(""), draft);
        assertThat(settled.status()).as(settled.body()).isEqualTo(200);
    }

    private static Map<String, Object> full(Directory directory, String boss) {
        Map<String, Object> user = directory.user("ada");
        user.put("title", "Analyst");
        user.put(ENTERPRISE, Map.of("department", "Engines", "costCenter", "4711", "manager", Map.of("value", boss)));
        return user;
    }

    private static Map<String, Object> with(Map<String, Object> claims, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(claims);
        all.putAll(more);
        return all;
    }
}
