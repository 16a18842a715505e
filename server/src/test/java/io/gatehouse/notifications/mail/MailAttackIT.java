package io.gatehouse.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.Ids;
import io.gatehouse.testing.Api;
import io.gatehouse.testing.ArrivedLetter;
import io.gatehouse.testing.MailTest;
import io.gatehouse.testing.TestMail;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import io.gatehouse.testing.TestTables;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What attackers write into names that letters repeat, and where they look for the links of others. */
@MailTest
@ExtendWith(OutputCaptureExtension.class)
final class MailAttackIT {

    private final TestOrganizations organizations;
    private final Smtp smtp;

    @Autowired
    MailAttackIT(TestOrganizations organizations, Smtp smtp) {
        this.organizations = organizations;
        this.smtp = smtp;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme\r\nBcc: everybody@example.test",
                "Acme\nBcc: everybody@example.test",
                "Acme\rBcc: everybody@example.test",
                "Acme\r\n\r\n<h1>body</h1>",
                "Acme\u0085Bcc: everybody@example.test",
                "Acme\u2028Bcc: everybody@example.test",
                "Acmé\r\nBcc: everybody@example.test",
                "Acme\u0000\u000bBcc: everybody@example.test",
                "\u202eemcA <everybody@example.test>",
                "=?utf-8?q?x=0D=0ABcc:_everybody@example.test?=",
            })
    void aNameBeginsNoHeaderAndNoBody(String hostile) throws MailFailure {
        String email = "victim-" + UUID.randomUUID() + "@example.test";
        smtp.send(
                Ids.next().toString(),
                new Letter(email, hostile, hostile, "#336699", hostile, List.of(hostile), null, List.of()));
        ArrivedLetter letter = TestMail.await(email, 1);
        assertThat(letter.header("Bcc")).isEmpty();
        assertThat(TestMail.delivered("everybody@example.test")).isFalse();
        assertThat(headersOf(letter)).noneMatch(line -> line.regionMatches(true, 0, "Bcc:", 0, 4));
        assertThat(letter.html()).doesNotContain("<h1>body");
        assertThat(letter.header("Subject").codePoints()).noneMatch(Character::isISOControl);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@b.test\r\nRCPT TO:<everybody@example.test>",
                "a@b.test>\r\nDATA",
                "a@b.test, everybody@example.test",
                "\"a\r\nBcc: everybody@example.test\"@b.test",
                "<everybody@example.test>",
                "no address",
                "",
            })
    void whatIsNoAddressIsNeverSentTo(String address) {
        assertThatExceptionOfType(MailFailure.class)
                .isThrownBy(() -> smtp.send(
                        Ids.next().toString(),
                        new Letter(address, null, "Acme", "#336699", "Hello", List.of("Hello"), null, List.of())))
                .matches(MailFailure::isFinal);
        assertThat(TestMail.delivered("everybody@example.test")).isFalse();
    }

    @Test
    void namesOfOrganizationsAndPeopleComeThroughAsTextAlone() {
        TestOrganization acme = organizations.enterprise();
        Api admin = acme.as(Role.SECURITY_ADMIN);
        String name = "Acme</p><script>alert(1)</script>\r\nBcc: everybody@example.test";
        assertThat(admin.patch("/api/organizations/{o}", Map.of("name", name)).status())
                .isIn(200, 422);
        String email = "new-" + UUID.randomUUID() + "@example.test";
        Api.Answer invited = admin.post(
                "/api/organizations/{o}/invitations",
                Map.of(
                        "email",
                        email,
                        "displayName",
                        "\"><img src=x>\r\nBcc: everybody@example.test",
                        "roles",
                        List.of("END_USER")));
        assertThat(invited.status()).isEqualTo(201);
        ArrivedLetter letter = TestMail.await(email, 1);
        assertThat(letter.html()).doesNotContain("<script", "<img");
        assertThat(letter.header("Bcc")).isEmpty();
        assertThat(TestMail.delivered("everybody@example.test")).isFalse();
    }

    @Test
    void aLinksSecretIsInTheLetterAndNowhereElse(CapturedOutput log) {
        TestOrganization acme = organizations.enterprise();
        PersonRef person = acme.another(Role.AUDITOR);
        Api browser = organizations.browser();
        browser.get("/api/session");
        browser.post("/api/password-resets", Map.of("email", person.email()));
        String reset = TestMail.await(person.email(), 1).token();
        String email = "new-" + UUID.randomUUID() + "@example.test";
        acme.as(Role.SECURITY_ADMIN)
                .post("/api/organizations/{o}/invitations", Map.of("email", email, "roles", List.of("END_USER")));
        String invitation = TestMail.await(email, 1).token();
        browser.post("/api/password-resets/look-up", Map.of("token", reset));
        browser.post("/api/password-resets/complete", Map.of("token", reset, "password", "short"));
        browser.post("/api/invitations/look-up", Map.of("token", invitation));
        assertThat(TestTables.with(acme.id(), reset)).isEmpty();
        assertThat(TestTables.with(acme.id(), invitation)).isEmpty();
        assertThat(TestTables.with(acme.id(), acme.id().toString()))
                .as("this test sees tables at all")
                .isNotEmpty();
        assertThat(log.getAll().lines().filter(line -> !line.contains("icegreen")))
                .noneMatch(line -> line.contains(reset)
                        || line.contains(invitation)
                        || line.contains(person.email())
                        || line.contains(email));
    }

    private static List<String> headersOf(ArrivedLetter letter) {
        String raw = letter.raw();
        return raw.substring(0, Math.max(0, raw.indexOf("\r\n\r\n"))).lines().toList();
    }
}
