package io.gatehouse.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.testing.Api;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganizations;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How the console's files reach a browser. */
@ServerTest
final class ConsolePagesIT {

    private final Api browser;

    @Autowired
    ConsolePagesIT(TestOrganizations organizations) {
        this.browser = organizations.browser();
    }

    @Test
    void servesThePageForEveryAddressWithANonceOfItsOwn() {
        String first = nonceOf(browser.get("/console/"));
        String second = nonceOf(browser.get("/console/o/acme/requests/7"));
        assertThat(first).hasSizeGreaterThanOrEqualTo(22).isNotEqualTo(second);
    }

    @Test
    void keepsHashedFilesForEverAndThePageNever() {
        Api.Answer asset = browser.get("/console/assets/page-1a2b3c4d.js");
        assertThat(asset.status()).isEqualTo(200);
        assertThat(asset.header("Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(asset.header("Content-Type")).startsWith("text/javascript");
        assertThat(browser.get("/console/").header("Cache-Control")).isEqualTo("no-store");
        assertThat(browser.get("/console/assets/missing.js").status()).isEqualTo(404);
    }

    @Test
    void leadsToTheConsole() {
        assertThat(browser.get("/").header("Location")).endsWith("/console/");
        assertThat(browser.get("/invitation").header("Location")).endsWith("/console/invitation");
    }

    @Test
    void forbidsEverythingElseToBeFramedOrToLoadAnything() {
        Api.Answer answer = browser.get("/api/session");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void answersUnknownAddressesWithAProblem() {
        assertThat(browser.get("/somewhere").status()).isEqualTo(401);
        assertThat(browser.get("/api/nothing").status()).isEqualTo(401);
        assertThat(browser.get("/console/../application.yaml").body()).doesNotContain("spring:");
        assertThat(browser.get("/console/%2e%2e/%2e%2e/application.yaml").body())
                .doesNotContain("spring:");
    }

    private static String nonceOf(Api.Answer page) {
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        Matcher matcher = Pattern.compile("content=\"([^\"]+)\"").matcher(page.body());
        assertThat(matcher.find()).isTrue();
        String nonce = matcher.group(1);
        assertThat(page.header("Content-Security-Policy"))
                .contains("style-src 'self' 'nonce-" + nonce + "'")
                .contains("script-src 'self';");
        return nonce;
    }
}
