package io.gatehouse.identity.providers;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.identity.Role;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.SignInByProvider;
import io.gatehouse.testing.TestDomains;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.TestProvider;
import io.gatehouse.testkit.openid.Fault;
import io.gatehouse.testkit.openid.OpenIdProvider;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Setting a provider up, trying it out, and what nobody can do by it. */
@ServerTest
@ExtendWith(OutputCaptureExtension.class)
final class ProviderSetupIT {

    private static final String PROVIDERS = "/api/organizations/{o}/identity-providers";

    private final OpenIdProvider standIn = OpenIdProvider.start();
    private final TestOrganizations organizations;
    private final TestOrganization acme;
    private final TestProvider provider;

    @Autowired
    ProviderSetupIT(TestOrganizations organizations) {
        this.organizations = organizations;
        this.acme = organizations.enterprise();
        this.provider = TestProvider.oidc(acme, "ACME");
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void isEnabledOnlyWithAProvenDomainAndWhenItAnswers() {
        assertThat(provider.enable().json().at("/detail").asString()).contains("domain");
        TestDomains.provenBy(acme);
        assertThat(provider.enable().json().at("/detail").asString()).contains("Enter the issuer");
        provider.settle(standIn.issuer(), "wrong secret");
        assertThat(provider.enable().json().at("/detail").asString()).contains("secret");
        provider.settle(standIn.issuer(), OpenIdProvider.SECRET);
        assertThat(provider.enable().status()).isEqualTo(200);
    }

    @Test
    void aCheckSaysInWordsWhatIsWrong() {
        provider.settle(standIn.issuer(), OpenIdProvider.SECRET);
        assertThat(check()).doesNotContain("ERROR");
        standIn.doWrong(Fault.OTHER_ISSUER);
        assertThat(check()).contains("issuer-mismatch").contains("letter for letter");
        standIn.doWrong(Fault.HUGE);
        assertThat(check()).contains("provider-misconfigured").contains("far too much");
        standIn.doWrong(Fault.REDIRECTING);
        assertThat(check()).contains("provider-misconfigured").contains("302");
        standIn.doWrong(Fault.SILENT);
        assertThat(check()).contains("provider-unreachable");
        standIn.doWrong(Fault.NONE);
        provider.settle(standIn.issuer(), "wrong secret");
        assertThat(check()).contains("wrong-secret");
        provider.settle(URI.create("http://127.0.0.1:1"), "any secret");
        assertThat(check()).contains("provider-unreachable");
    }

    @Test
    void neverConnectsIntoTheServersOwnNetwork() {
        for (String inside : List.of(
                "https://169.254.169.254",
                "https://10.0.0.1",
                "https://2852039166",
                "https://[::ffff:169.254.169.254]",
                "https://[fd00::1]")) {
            provider.settle(URI.create(inside), "any secret");
            assertThat(check()).as(inside).contains("connection-not-allowed");
        }
        for (String wrong : List.of(
                "http://169.254.169.254",
                "http://example.com",
                "file:///etc/passwd",
                "https://user@example.com",
                "https://example.com#x",
                "gopher://127.0.0.1")) {
            assertThat(provider.settle(URI.create(wrong), "any secret").status())
                    .as(wrong)
                    .isEqualTo(422);
        }
    }

    @Test
    void neverShowsTheSecretAgain(CapturedOutput log) {
        String secret = "planted-" + UUID.randomUUID();
        assertThat(provider.settle(standIn.issuer(), secret).body()).doesNotContain(secret);
        check();
        assertThat(provider.admin().get(provider.path("")).body())
                .doesNotContain(secret)
                .contains("\"hasSecret\":true");
        assertThat(provider.admin().get("/api/organizations/{o}/ledger/entries").body())
                .doesNotContain(secret);
        assertThat(log.getAll()).doesNotContain(secret);
    }

    @Test
    void aTestShowsClaimsAndWhatTheyWouldGiveAndSignsNobodyIn() {
        SignInByProvider signIn = SignInByProvider.of(acme, standIn);
        TestProvider tried = signIn.provider();
        tried.disable();
        Api admin = tried.admin();
        String before = admin.get("/api/session").json().at("/person/id").asString();
        Map<String, Object> claims = new HashMap<>(signIn.claims("ada", "admins", "strangers"));
        Api.Answer landed = signIn.answer(admin, tried.test(), claims);
        assertThat(landed.header("Location")).isEqualTo("/console/sign-in-tested?provider=" + tried.id());
        Api.Answer outcome = tried.outcome();
        assertThat(outcome.json().at("/outcome/passed").asBoolean()).isTrue();
        assertThat(outcome.json().at("/outcome/word/gained/0/role").asString()).isEqualTo("SECURITY_ADMIN");
        assertThat(outcome.json().at("/outcome/claims/groups").toString()).contains("strangers");
        assertThat(admin.get("/api/session").json().at("/person/id").asString()).isEqualTo(before);
        assertThat(admin.get("/api/organizations/{o}/people?text=ada@").json().at("/items"))
                .isEmpty();
        claims.put("email", "ada@another.example");
        signIn.answer(admin, tried.test(), claims);
        assertThat(tried.outcome().body()).contains("domain-not-verified").contains("\"passed\":false");
        standIn.doWrong(Fault.UNKNOWN_KEY);
        signIn.answer(admin, tried.test(), claims);
        assertThat(tried.outcome().body()).contains("answer-not-valid");
    }

    @Test
    void previewsAnyClaims() {
        provider.map(Map.of("admins", Role.SECURITY_ADMIN));
        Map<String, Object> claims =
                Map.of("claims", Map.of("email", List.of("A@Acme.example"), "groups", List.of("admins")));
        Api.Answer preview = provider.admin().post(provider.path("/preview"), claims);
        assertThat(preview.json().at("/email").asString()).isEqualTo("a@acme.example");
        assertThat(preview.json().at("/gained/0/value").asString()).isEqualTo("admins");
    }

    @Test
    void nobodyMapsOrSetsUpMoreThanTheyHold() {
        Api helper = acme.asHelper("organization.read", "organization.manage", "people.manage");
        Map<String, Object> rules =
                Map.of("rules", List.of(TestProvider.rule("groups", "admins", Role.SECURITY_ADMIN)));
        assertThat(helper.get(PROVIDERS).status()).isEqualTo(200);
        assertThat(helper.put(provider.path("/mapping"), rules).status()).isEqualTo(403);
        assertThat(helper.put(provider.path("/state"), Map.of("state", "ENABLED"))
                        .status())
                .isIn(403, 409);
        assertThat(helper.post(PROVIDERS, TestProvider.draft("Mine", Map.of(), null, List.of()))
                        .status())
                .as("whoever chooses the provider can come in as anybody")
                .isEqualTo(403);
        assertThat(helper.delete(provider.path("")).status()).isEqualTo(403);
    }

    @Test
    void refusesRulesThatMakeNoSense() {
        Api admin = provider.admin();
        TestOrganization other = organizations.enterprise();
        String team = other.as(Role.SECURITY_ADMIN)
                .post("/api/organizations/{o}/teams", Map.of("name", "Theirs"))
                .json()
                .at("/team/id")
                .asString();
        for (Map<String, Object> rule : List.<Map<String, Object>>of(
                Map.of("claim", "groups", "role", "END_USER", "joinsTeam", false),
                Map.of("claim", "groups", "value", "a", "joinsTeam", false),
                Map.of("claim", "groups", "value", "a", "role", "END_USER", "joinsTeam", true),
                Map.of("claim", "groups", "value", "a", "role", "SUPER_ADMIN", "joinsTeam", false),
                Map.of(
                        "claim",
                        "groups",
                        "value",
                        "a",
                        "customRole",
                        UUID.randomUUID().toString(),
                        "joinsTeam",
                        false),
                Map.of(
                        "claim",
                        "groups",
                        "value",
                        "a",
                        "team",
                        team.isEmpty() ? UUID.randomUUID().toString() : team,
                        "joinsTeam",
                        true))) {
            assertThat(admin.put(provider.path("/mapping"), Map.of("rules", List.of(rule)))
                            .status())
                    .as(rule.toString())
                    .isEqualTo(422);
        }
    }

    @Test
    void reachesNothingOfAnotherOrganization() {
        Api rival = organizations.enterprise().as(Role.SECURITY_ADMIN);
        for (String below : List.of("", "/test", "/known-claims")) {
            assertThat(rival.get(provider.path(below)).status()).as(below).isEqualTo(404);
        }
        assertThat(rival.post(provider.path("/test")).status()).isEqualTo(404);
        assertThat(rival.post(provider.path("/check")).status()).isEqualTo(404);
        assertThat(rival.delete(provider.path("")).status()).isEqualTo(404);
        assertThat(rival.put(provider.path("/mapping"), Map.of("rules", List.of()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theWaysInDependOnTheDomainAlone() {
        SignInByProvider signIn = SignInByProvider.of(acme, standIn);
        Api browser = organizations.browser();
        browser.get("/api/session");
        signIn.signIn(organizations.browser(), signIn.claims("ada", "users"));
        String known = ways(browser, "ada@" + signIn.domain());
        assertThat(known).contains(signIn.provider().id());
        assertThat(ways(browser, "nobody@" + signIn.domain())).isEqualTo(known);
        assertThat(ways(browser, acme.person(Role.SECURITY_ADMIN).email())).isEqualTo("[]");
        assertThat(browser.get("/api/sign-in/organizations/o-" + acme.id()).body())
                .isEqualTo(known);
        assertThat(browser.get("/api/sign-in/organizations/nobody").body()).isEqualTo("[]");
    }

    private static String ways(Api browser, String email) {
        return browser.post("/api/sign-in/ways", Map.of("email", email)).body();
    }

    private String check() {
        return provider.admin().post(provider.path("/check")).body();
    }
}
