package io.gatehouse.identity.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Permission;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.Directory;
import io.gatehouse.testing.Listening;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.SignInByProvider;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testkit.openid.OpenIdProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What follows, at once, from what the directory says. */
@ServerTest
final class ProvisioningIT {

    private static final String O = "/api/organizations/{o}";

    private final OpenIdProvider standIn = OpenIdProvider.start();
    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final SignInByProvider signIn;
    private final Directory directory;
    private final Api admin;
    private final Api browser;

    @Autowired
    ProvisioningIT(TestOrganizations organizations) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.admin = acme.as(Role.SECURITY_ADMIN);
        this.signIn = SignInByProvider.of(acme, standIn);
        this.directory = new Directory(acme.asProgram(Set.of(Permission.PEOPLE_PROVISION)), signIn.domain());
        this.browser = acme.anonymous();
        connect();
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void groupsGiveRolesAtOnceWithoutASignIn() {
        String ada = directory.create("ada");
        assertThat(roles(ada)).isEmpty();
        String group = directory.group("admins", ada);
        assertThat(roles(ada)).contains("SECURITY_ADMIN");
        directory.patch("/Groups/" + group, List.of(Map.of("op", "replace", "path", "displayName", "value", "users")));
        assertThat(roles(ada)).contains("END_USER").doesNotContain("SECURITY_ADMIN");
        directory.delete("/Groups/" + group);
        assertThat(roles(ada)).isEmpty();
    }

    @Test
    void theDirectorysGroupsCountAndNotThoseOfASignIn() {
        String ada = directory.create("ada");
        String group = directory.group("users", ada);
        signIn.signIn(browser, signIn.claims("ada", "admins"));
        assertThat(session()).isEqualTo("[\"END_USER\"]");
        directory.patch("/Groups/" + group, List.of(Map.of("op", "remove", "path", "members")));
        assertThat(session()).as("in the open session").isEqualTo("[]");
        directory.group("admins", ada);
        assertThat(session()).isEqualTo("[\"SECURITY_ADMIN\"]");
        signIn.signIn(organizations.browser(), signIn.claims("ada"));
        assertThat(session()).as("a sign-in without groups changes nothing").isEqualTo("[\"SECURITY_ADMIN\"]");
    }

    @Test
    void suspendingEndsSessionsAndStreamsAndResumingGivesBack() {
        String ada = directory.create("ada");
        directory.group("admins", ada);
        signIn.signIn(browser, signIn.claims("ada"));
        assertThat(browser.get(O + "/people").status()).isEqualTo(200);
        try (Listening stream = new Listening(browser.stream(O + "/live"))) {
            assertThat(stream.status()).isEqualTo(200);
            directory.activate(ada, false);
            assertThat(browser.get(O + "/people").status()).isEqualTo(401);
            assertThat(stream.awaitEnd()).isTrue();
        }
        assertThat(SignInByProvider.problem(signIn.signIn(organizations.browser(), signIn.claims("ada"))))
                .isEqualTo("suspended");
        directory.activate(ada, true);
        signIn.signIn(browser, signIn.claims("ada"));
        assertThat(session()).isEqualTo("[\"SECURITY_ADMIN\"]");
        directory.delete("/Users/" + ada);
        assertThat(browser.get(O + "/people").status()).isEqualTo(401);
        assertThat(admin.get(O + "/people/" + ada).status()).isEqualTo(404);
    }

    @Test
    void whoWasSuspendedByHandStaysSuspended() {
        String ada = directory.create("ada");
        admin.post(O + "/people/" + ada + "/suspend", Map.of("reason", "Under suspicion"));
        assertThat(directory.activate(ada, true).json().at("/active").asBoolean())
                .isFalse();
        directory.activate(ada, false);
        assertThat(directory.activate(ada, true).json().at("/active").asBoolean())
                .isFalse();
        admin.post(O + "/people/" + ada + "/resume");
        assertThat(directory.get("/Users/" + ada).json().at("/active").asBoolean())
                .isTrue();
    }

    @Test
    void disconnectingTakesWhatTheGroupsGave() {
        String ada = directory.create("ada");
        directory.group("admins", ada);
        Api.Answer shown = admin.get(O + "/provisioning");
        assertThat(shown.json().at("/users").asInt()).isEqualTo(1);
        assertThat(shown.json().at("/groups/0/members").asInt()).isEqualTo(1);
        assertThat(admin.delete(O + "/provisioning").status()).isEqualTo(204);
        assertThat(roles(ada)).isEmpty();
        connect();
        assertThat(roles(ada)).contains("SECURITY_ADMIN");
    }

    @Test
    void aNewRuleHoldsAtOnce() {
        String ada = directory.create("ada");
        directory.group("auditors", ada);
        assertThat(roles(ada)).isEmpty();
        signIn.provider().map(Map.of("auditors", Role.AUDITOR));
        assertThat(roles(ada)).containsExactly("AUDITOR");
    }

    @Test
    void rolesGivenByHandStay() {
        String ada = directory.create("ada");
        admin.put(O + "/people/" + ada + "/roles", Map.of("roles", List.of("AUDITOR")));
        String group = directory.group("users", ada);
        directory.delete("/Groups/" + group);
        assertThat(roles(ada)).contains("AUDITOR").doesNotContain("END_USER");
    }

    @Test
    void theBookSaysWhatTheDirectoryDidAndNothingWhenItDidNothing() {
        String ada = directory.create("ada");
        directory.activate(ada, false);
        long before = entries();
        directory.activate(ada, false);
        directory.send("PUT", "/Users/" + ada, user(false));
        directory.find("Users", "userName pr");
        assertThat(entries()).isEqualTo(before);
        Api.Answer book = admin.get(O + "/ledger/entries?limit=5");
        assertThat(book.json().at("/items/0/action").asString()).isEqualTo("person.suspend");
        assertThat(book.json().at("/items/0/actor/type").asString()).isEqualTo("SERVICE_ACCOUNT");
    }

    @Test
    void whoAnswersForSomethingIsSuspendedUntilAPersonNamesASuccessor() {
        String ada = directory.create("ada");
        admin.put(O + "/people/" + ada + "/roles", Map.of("roles", List.of("SECURITY_ADMIN")));
        Map<String, Object> account =
                Map.of("name", "Hers", "purpose", "Test", "ownerId", ada, "permissions", List.of("event.read"));
        assertThat(admin.post(O + "/service-accounts", account).status()).isEqualTo(201);
        Api.Answer refused = directory.delete("/Users/" + ada);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/detail").asString()).contains("successor");
        assertThat(directory.get("/Users/" + ada).json().at("/active").asBoolean())
                .isFalse();
    }

    private Map<String, Object> user(boolean active) {
        Map<String, Object> user = directory.user("ada");
        user.put("active", active);
        return user;
    }

    private void connect() {
        Api.Answer connected = admin.put(
                O + "/provisioning", Map.of("providerId", signIn.provider().id(), "groupsClaim", "groups"));
        assertThat(connected.status()).as(connected.body()).isEqualTo(200);
        assertThat(connected.json().at("/address").asString()).endsWith("/scim/v2");
    }

    private List<String> roles(String person) {
        return admin.get(O + "/people/" + person + "/grants")
                .json()
                .valueStream()
                .map(grant -> grant.at("/role").asString(""))
                .filter(role -> !role.isEmpty())
                .toList();
    }

    private String session() {
        return browser.get("/api/session").json().at("/memberships/0/roles").toString();
    }

    private long entries() {
        return admin.get(O + "/ledger/entries?limit=1")
                .json()
                .at("/items/0/index")
                .asLong();
    }
}
