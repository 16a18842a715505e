package io.gatehouse.identity.oidc;

import static io.gatehouse.testing.SignInByProvider.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.SignInByProvider;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testkit.openid.Fault;
import io.gatehouse.testkit.openid.OpenIdProvider;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers that are not what they seem. */
@ServerTest
final class OidcAnswerIT {

    private final OpenIdProvider standIn = OpenIdProvider.start();
    private final TestOrganizations organizations;
    private final SignInByProvider acme;
    private final Api browser;

    @Autowired
    OidcAnswerIT(TestOrganizations organizations) {
        this.organizations = organizations;
        this.acme = SignInByProvider.of(organizations.enterprise(), standIn);
        this.browser = organizations.browser();
    }

    @AfterEach
    void stop() {
        standIn.close();
    }

    @Test
    void letsInWhoseWordIsRight() {
        Api.Answer landed = acme.signIn(browser, acme.claims("ada", "users"));
        assertThat(landed.header("Location")).isEqualTo("/console/");
        assertThat(browser.get("/api/session")
                        .json()
                        .at("/memberships/0/roles/0")
                        .asString())
                .isEqualTo("END_USER");
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"UNSIGNED", "SIGNED_BY_SECRET", "UNKNOWN_KEY"})
    void believesOnlyWhatAPublishedKeySigned(Fault fault) {
        standIn.doWrong(fault);
        assertThat(problem(acme.signIn(browser, acme.claims("eve", "admins")))).isEqualTo("answer-not-valid");
        refuseAnySession(browser);
    }

    @Test
    void believesNoTokenForAnotherAttemptIssuerClientOrTime() {
        long now = Instant.now().getEpochSecond();
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("nonce", "another"),
                Map.of("iss", "https://another.example"),
                Map.of("aud", "another-client"),
                Map.of("aud", List.of("gatehouse", "another"), "azp", "another"),
                Map.of("exp", now - 120, "iat", now - 400),
                Map.of("iat", now + 3600, "exp", now + 7200))) {
            assertThat(problem(acme.signIn(browser, with(acme.claims("eve", "admins"), wrong))))
                    .as(wrong.toString())
                    .isEqualTo("answer-not-valid");
        }
        refuseAnySession(browser);
    }

    @Test
    void takesAnAnswerOnce() {
        String back = acme.back(acme.provider().begin(browser, "/console/"), acme.claims("ada", "users"));
        assertThat(problem(browser.get(back))).isEmpty();
        assertThat(problem(browser.get(back))).isEqualTo("attempt-unknown");
    }

    @Test
    void takesNoCodeThatWasUsedBefore() {
        URI first = acme.provider().begin(browser, "/console/");
        String back = acme.back(first, acme.claims("ada", "users"));
        browser.get(back);
        URI second = acme.provider().begin(browser, "/console/");
        String replayed = back.replaceFirst("state=.*", "state=" + SignInByProvider.state(second));
        assertThat(problem(browser.get(replayed))).isEqualTo("answer-not-valid");
    }

    @Test
    void takesNoAnswerToAnAttemptOfAnotherBrowser() {
        Api victim = organizations.browser();
        acme.provider().begin(victim, "/console/");
        String back = acme.back(acme.provider().begin(browser, "/console/"), acme.claims("eve", "users"));
        assertThat(problem(victim.get(back))).isEqualTo("attempt-unknown");
        refuseAnySession(victim);
    }

    @Test
    void takesNoAnswerForAnotherProvider() {
        SignInByProvider other = SignInByProvider.of(organizations.enterprise(), standIn);
        URI address = acme.provider().begin(browser, "/console/");
        String mixed = acme.back(address, acme.claims("ada", "users"))
                .replace(acme.provider().id(), other.provider().id());
        assertThat(problem(browser.get(mixed))).isEqualTo("issuer-mismatch");
        URI again = acme.provider().begin(browser, "/console/");
        assertThat(problem(browser.get(acme.back(again, acme.claims("ada", "users")) + "&iss=https://another.example")))
                .isEqualTo("issuer-mismatch");
    }

    @Test
    void returnsNowhereOutsideOfTheConsole() {
        for (String wanted : List.of(
                "https://evil.example/",
                "//evil.example/console/",
                "/console//evil.example",
                "/console/../api/session",
                "/consoleevil",
                "/console/\\evil.example",
                "javascript:alert(1)",
                "/console/%0d%0aSet-Cookie:x")) {
            URI address = acme.provider().begin(browser, wanted);
            assertThat(acme.answer(browser, address, acme.claims("ada", "users"))
                            .header("Location"))
                    .as(wanted)
                    .isEqualTo("/console/");
        }
    }

    @Test
    void survivesADamagedAnswer() {
        String path = acme.provider().redirect().getPath();
        for (String query :
                List.of("", "?state=", "?code=x", "?state=" + "x".repeat(5000), "?state=a&state=b&code=c")) {
            assertThat(problem(browser.get(path + query))).as(query).isEqualTo("attempt-unknown");
        }
        URI address = acme.provider().begin(browser, "/console/");
        String state = SignInByProvider.state(address);
        assertThat(problem(browser.get(path + "?state=" + state + "&error=access_denied&error_description=No")))
                .isEqualTo("refused-by-provider");
    }

    private void refuseAnySession(Api anybody) {
        assertThat(anybody.get("/api/session").status()).isEqualTo(401);
    }

    private static Map<String, Object> with(Map<String, Object> claims, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(claims);
        all.putAll(more);
        return all;
    }
}
