package io.gatehouse.identity.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Transactions;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Facts that a directory or a provider gave go when it gives them no more; what people entered stays. */
@ServerTest
final class GivenFactsIT {

    private static final String PEOPLE = "/api/organizations/{o}/people/";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

    private final OpenIdProvider standIn = OpenIdProvider.start();
    private final TestOrganizations organizations;
    private final Transactions transactions;
    private final ProfileStore store;
    private final ClaimedFacts claimed;
    private final JdbcClient jdbc;
    private final TestOrganization acme;
    private final Api admin;

    @Autowired
    GivenFactsIT(
            TestOrganizations organizations,
            Transactions transactions,
            ProfileStore store,
            ClaimedFacts claimed,
            JdbcClient jdbc) {
        this.transactions = transactions;
        this.store = store;
        this.claimed = claimed;
        this.jdbc = jdbc;
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

    /** Two sign-ins at the same moment must not make each the other's manager. */
    @Test
    void neverCloseACircle() {
        PersonRef ada = acme.another(Role.END_USER);
        PersonRef bob = acme.another(Role.END_USER);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            transactions.<Boolean>write(acme.scope(), () -> {
                store.lock(acme.scope());
                threads.execute(() -> manages(bob, ada));
                threads.execute(() -> manages(ada, bob));
                Awaitility.await().until(() -> waiting() == 2);
                return true;
            });
        }
        assertThat(List.of(
                        facts(ada.id().toString()).getLast(),
                        facts(bob.id().toString()).getLast()))
                .as("one of them manages the other")
                .containsOnlyOnce("");
    }

    private void manages(PersonRef manager, PersonRef person) {
        claimed.keep(
                acme.scope(),
                person,
                ClaimedFacts.Facts.NONE,
                new ClaimedFacts.Facts("Engines", "", "", manager.email()));
    }

    private long waiting() {
        return jdbc.sql(
                        "select count(distinct pid) from pg_locks where locktype in ('tuple', 'transactionid') and not granted")
                .query(Long.class)
                .single();
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
