package io.gatehouse.identity.federation;

import static io.gatehouse.testing.SignInByProvider.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.Listening;
import io.gatehouse.testing.OwnerDatabase;
import io.gatehouse.testing.SecondFactor;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.SignInByProvider;
import io.gatehouse.testing.TestClock;
import io.gatehouse.testing.TestDomains;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testkit.openid.OpenIdProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom a provider may speak for, and what its word opens. */
@ServerTest
final class FederatedPeopleIT {

    private final OpenIdProvider standIn = OpenIdProvider.start();
    private final TestOrganizations organizations;
    private final TestClock clock;
    private final TestOrganization acme;
    private final SignInByProvider signIn;
    private final Api browser;

    @Autowired
    FederatedPeopleIT(TestOrganizations organizations, TestClock clock) {
        this.organizations = organizations;
        this.clock = clock;
        this.acme = organizations.enterprise();
        this.signIn = SignInByProvider.of(acme, standIn);
        this.browser = organizations.browser();
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void speaksForNobodyOutsideOfItsDomains() {
        TestOrganization other = organizations.enterprise();
        String proven = TestDomains.provenBy(other);
        PersonRef member = other.person(Role.SECURITY_ADMIN);
        for (String email : List.of(
                "new@" + proven,
                "new@" + TestDomains.fresh(),
                member.email(),
                "x@sub." + signIn.domain(),
                "x@" + signIn.domain() + ".example",
                "x@" + proven + "@" + TestDomains.fresh())) {
            assertThat(problem(signIn.signIn(browser, with("email", email))))
                    .as(email)
                    .isEqualTo("domain-not-verified");
        }
        assertThat(browser.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void needsAnAddressForWhichTheProviderVouches() {
        Map<String, Object> none = new HashMap<>(signIn.claims("ada", "users"));
        none.remove("email");
        assertThat(problem(signIn.signIn(browser, none))).isEqualTo("email-missing");
        assertThat(problem(signIn.signIn(browser, with("email_verified", false))))
                .isEqualTo("email-not-verified");
    }

    @Test
    void aNewPersonWithoutARoleIsNotLetIn() {
        assertThat(problem(signIn.signIn(browser, signIn.claims("ada", "others"))))
                .isEqualTo("no-role");
        assertThat(acme.as(Role.SECURITY_ADMIN)
                        .get("/api/organizations/{o}/people?text=ada@" + signIn.domain())
                        .json()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void rolesFollowTheGroupsAtEachSignInAndHandGivenOnesStay() {
        signIn.signIn(browser, signIn.claims("ada", "users", "admins"));
        assertThat(roles(browser)).contains("END_USER").contains("SECURITY_ADMIN");
        signIn.signIn(browser, signIn.claims("ada", "users"));
        assertThat(roles(browser)).isEqualTo("[\"END_USER\"]");
        assertThat(problem(signIn.signIn(organizations.browser(), signIn.claims("ada"))))
                .isEqualTo("no-role");
        assertThat(browser.get("/api/session").json().at("/memberships/0/roles"))
                .as("at once")
                .isEmpty();
    }

    @Test
    void anotherSubjectWithTheSameAddressIsAnotherPerson() {
        signIn.signIn(browser, signIn.claims("ada", "users"));
        Map<String, Object> other = new HashMap<>(signIn.claims("ada", "admins"));
        other.put("sub", "somebody who got the address later");
        assertThat(problem(signIn.signIn(organizations.browser(), other))).isEqualTo("other-account");
    }

    @Test
    void theSameSubjectStaysThePersonWhenTheAddressChanges() {
        signIn.signIn(browser, signIn.claims("ada", "users"));
        String person = browser.get("/api/session").json().at("/person/id").asString();
        Map<String, Object> married = new HashMap<>(signIn.claims("ada", "users"));
        married.put("email", "ada.lovelace@" + signIn.domain());
        Api later = organizations.browser();
        signIn.signIn(later, married);
        assertThat(later.get("/api/session").json().at("/person/id").asString()).isEqualTo(person);
    }

    @Test
    void aSuspendedMemberStaysOut() {
        signIn.signIn(browser, signIn.claims("ada", "users"));
        String person = browser.get("/api/session").json().at("/person/id").asString();
        acme.as(Role.SECURITY_ADMIN)
                .post("/api/organizations/{o}/people/" + person + "/suspend", Map.of("reason", "Left"));
        assertThat(problem(signIn.signIn(organizations.browser(), signIn.claims("ada", "admins"))))
                .isEqualTo("suspended");
    }

    @Test
    void opensNoOtherOrganizationOfThePerson() {
        signIn.signIn(browser, signIn.claims("ada", "users"));
        TestOrganization other = organizations.enterprise();
        PersonRef ada = person(browser);
        organizations.join(other.id(), ada, Role.SECURITY_ADMIN);
        Api.Answer refused = browser.get("/api/organizations/" + other.id());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().at("/type").asString()).endsWith(":other-sign-in-needed");
        for (var membership : browser.get("/api/session").json().at("/memberships")) {
            boolean elsewhere = membership
                    .at("/organization/id")
                    .asString()
                    .equals(other.id().toString());
            assertThat(membership.at("/otherSignInNeeded").asBoolean()).isEqualTo(elsewhere);
            assertThat(membership.at("/permissions").isEmpty()).isEqualTo(elsewhere);
        }
        browser.freshFactor(Map.of("factor", "FEDERATED", "secret", "provider"));
        assertThat(browser.post("/api/account/factors/authenticator").status())
                .as("a factor would open the other one, too")
                .isEqualTo(409);
    }

    @Test
    void opensNoOperationOfTheInstallation() {
        signIn.signIn(browser, signIn.claims("ada", "users"));
        organizations.makeOperator(person(browser));
        assertThat(browser.get("/api/session").json().at("/operator").asBoolean())
                .isFalse();
        assertThat(browser.get("/api/installation/organizations").status()).isEqualTo(403);
    }

    @Test
    void aDraftLetsNobodyInAlsoWhenItBecameOneOnTheWay() {
        var address = signIn.provider().begin(browser, "/console/");
        signIn.provider().disable();
        assertThat(problem(signIn.answer(browser, address, signIn.claims("ada", "users"))))
                .isEqualTo("provider-disabled");
        assertThat(browser.post("/api/sign-in/providers/" + signIn.provider().id(), wish())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void mappedRolesEndWithTheProvider() {
        signIn.signIn(browser, signIn.claims("ada", "admins"));
        assertThat(roles(browser)).contains("SECURITY_ADMIN");
        signIn.provider().disable();
        assertThat(roles(browser)).isEqualTo("[]");
    }

    @Test
    void aSessionCountsWhileTheProviderThatVouchedForItIsInUse() throws Exception {
        signIn.signIn(browser, signIn.claims("ada", "users"));
        acme.as(Role.SECURITY_ADMIN)
                .put(
                        "/api/organizations/{o}/people/" + person(browser).id() + "/roles",
                        Map.of("roles", List.of("AUDITOR")));
        String here = "/api/organizations/" + acme.id();
        try (Listening stream = new Listening(browser.stream(here + "/live"))) {
            assertThat(stream.await(line -> line.contains("open"))).isNotNull();
            signIn.provider().disable();
            assertThat(stream.awaitEnd()).isTrue();
        }
        assertThat(browser.get(here).json().at("/type").asString()).endsWith(":other-sign-in-needed");
        signIn.provider().enable();
        assertThat(browser.get(here).status()).isEqualTo(200);
        Api.Answer removed =
                acme.as(Role.SECURITY_ADMIN).delete(signIn.provider().path(""));
        assertThat(removed.status()).as(removed.body()).isEqualTo(204);
        assertThat(browser.get(here).json().at("/type").asString()).endsWith(":other-sign-in-needed");
        assertThat(browser.get(here + "/people").status()).isEqualTo(403);
    }

    /** Whoever gets a mailbox under it from its next owner must not find doors open there. */
    @Test
    void aSessionCountsWhileTheDomainIsTheOrganizations() throws Exception {
        signIn.signIn(browser, signIn.claims("ada", "users"));
        String here = "/api/organizations/" + acme.id();
        proof("verified_at = null, verified_by = null");
        assertThat(browser.get(here).json().at("/type").asString()).endsWith(":other-sign-in-needed");
        proof("verified_at = now(), verified_by = 'DNS'");
        assertThat(browser.get(here).status()).isEqualTo(200);
        try (Listening stream = new Listening(browser.stream(here + "/live"))) {
            assertThat(stream.await(line -> line.contains("open"))).isNotNull();
            Api.Answer removed =
                    acme.as(Role.SECURITY_ADMIN).delete("/api/organizations/{o}/domains/" + signIn.domain());
            assertThat(removed.status()).as(removed.body()).isEqualTo(204);
            assertThat(stream.awaitEnd()).isTrue();
        }
        assertThat(browser.get(here).json().at("/type").asString()).endsWith(":other-sign-in-needed");
    }

    @Test
    void aChangeOfTheSetUpEndsAttemptsOnTheWay() {
        var address = signIn.provider().begin(browser, "/console/");
        signIn.provider().settle(standIn.issuer(), OpenIdProvider.SECRET);
        assertThat(problem(signIn.answer(browser, address, signIn.claims("ada", "users"))))
                .isEqualTo("provider-changed");
    }

    @Test
    void theProvidersSecondFactorCountsWhereTheOrganizationSaysSo() {
        acme.as(Role.SECURITY_ADMIN)
                .put("/api/organizations/{o}/sign-in-demands", TestOrganizations.secondFactorForAll());
        signIn.signIn(browser, signIn.claims("ada", "users"));
        String here = "/api/organizations/" + acme.id();
        assertThat(browser.get(here).json().at("/type").asString()).endsWith(":second-factor-required");
        signIn.signIn(browser, with("amr", List.of("pwd", "mfa")));
        assertThat(browser.get(here).status()).isEqualTo(200);
    }

    @Test
    void whoHasASecondFactorHereShowsIt() {
        signIn.signIn(browser, signIn.claims("ada", "users"));
        browser.freshFactor(Map.of("factor", "FEDERATED", "secret", "provider"));
        SecondFactor factor = SecondFactor.add(browser, clock);
        Api later = organizations.browser();
        signIn.signIn(later, signIn.claims("ada", "users"));
        assertThat(later.get("/api/session").json().at("/type").asString()).endsWith(":second-factor-awaited");
        assertThat(later.post("/api/session/second-factor", factor.proof(1)).status())
                .isEqualTo(200);
        assertThat(later.get("/api/organizations/" + organizations.enterprise().id())
                        .status())
                .isEqualTo(404);
        assertThat(later.get("/api/account/sessions").body()).contains("FEDERATED");
    }

    @Test
    void whatTheProviderAskedLongAgoIsNoFreshFactor() {
        signIn.signIn(
                browser,
                with("auth_time", Instant.now().minus(Duration.ofHours(1)).getEpochSecond()));
        browser.freshFactor(Map.of("factor", "FEDERATED", "secret", "provider"));
        assertThat(browser.post("/api/account/factors/authenticator").status()).isEqualTo(403);
    }

    private void proof(String wanted) {
        OwnerDatabase.update(
                acme.id(),
                "update identity.domain set " + wanted + " where organization_id = ?",
                acme.id().value());
    }

    private Map<String, Object> with(String claim, Object value) {
        Map<String, Object> all = new HashMap<>(signIn.claims("ada", "users"));
        all.put(claim, value);
        return all;
    }

    private static Map<String, Object> wish() {
        return Map.of("email", "", "returnTo", "/console/", "fresh", false);
    }

    private static String roles(Api anybody) {
        return anybody.get("/api/session").json().at("/memberships/0/roles").toString();
    }

    private static PersonRef person(Api anybody) {
        var person = anybody.get("/api/session").json().at("/person");
        return new PersonRef(
                io.gatehouse.kernel.PersonId.of(person.at("/id").asString()),
                person.at("/displayName").asString(),
                person.at("/email").asString());
    }
}
