package io.gatehouse.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.gatehouse.kernel.OutgoingRanges;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.notifications.mail.MailSettings.Protection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How letters reach a mail server, and when they rather do not. */
final class SmtpIT {

    private final GreenMail plain = server(ServerSetup.PROTOCOL_SMTP);
    private final GreenMail overTls = server(ServerSetup.PROTOCOL_SMTPS);

    @AfterEach
    void stop() {
        plain.stop();
        overTls.stop();
    }

    @Test
    void sendsBothForms() throws Exception {
        smtp(port(plain), Protection.NONE, "127.0.0.0/8").send("id", letter());
        assertThat(plain.getReceivedMessages()).hasSize(1);
        assertThat(plain.getReceivedMessages()[0].getHeader("Message-ID")).containsExactly("<id@gatehouse.example>");
        assertThat(plain.getReceivedMessages()[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void connectsNowhereThatTheInstallationDoesNotName() {
        assertThatExceptionOfType(MailFailure.class)
                .isThrownBy(() -> smtp(port(plain), Protection.NONE).send("id", letter()))
                .withMessageContaining("gatehouse.outgoing.networks");
        assertThatExceptionOfType(MailFailure.class)
                .isThrownBy(() ->
                        smtp(port(plain), Protection.NONE, "0.0.0.0/0", "::/0").send("id", letter()));
        assertThatExceptionOfType(MailFailure.class)
                .isThrownBy(
                        () -> smtp(port(overTls), Protection.TLS, "0.0.0.0/0").send("id", letter()))
                .withMessageContaining("gatehouse.outgoing.networks");
        assertThat(plain.getReceivedMessages()).isEmpty();
    }

    @Test
    void saysNothingToAServerThatDoesNotTurnToTls() {
        assertThatExceptionOfType(MailFailure.class)
                .isThrownBy(() ->
                        smtp(port(plain), Protection.STARTTLS, "127.0.0.0/8").send("id", letter()));
        assertThat(plain.getReceivedMessages()).isEmpty();
    }

    @Test
    void saysNothingToAServerThatCannotProveWhoItIs() {
        assertThatExceptionOfType(MailFailure.class)
                .isThrownBy(() -> smtp(overTls.getSmtps().getPort(), Protection.TLS, "127.0.0.0/8")
                        .send("id", letter()))
                .matches(failure -> !failure.isFinal());
        assertThat(overTls.getReceivedMessages()).isEmpty();
    }

    @Test
    void refusesSettingsThatWouldGiveThePasswordAway() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailSettings(
                        "mail.example",
                        25,
                        Protection.NONE,
                        "user",
                        "secret",
                        "a@b.example",
                        "G",
                        Duration.ofSeconds(1)))
                .withMessageContaining("gatehouse.mail.protection")
                .withMessageNotContaining("secret");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailSettings(
                        "mail.example", 25, Protection.TLS, "", "", "no address", "G", Duration.ofSeconds(1)))
                .withMessageContaining("gatehouse.mail.sender");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MailSettings(
                        "mail.example",
                        25,
                        Protection.TLS,
                        "",
                        "",
                        "a@b.example",
                        "G\r\nBcc: x",
                        Duration.ofSeconds(1)))
                .withMessageContaining("gatehouse.mail.sender-name");
    }

    private static Smtp smtp(int port, Protection protection, String... ranges) {
        MailSettings settings = new MailSettings(
                "127.0.0.1", port, protection, "", "", "gatehouse@example.test", "Gatehouse", Duration.ofSeconds(20));
        return new Smtp(
                settings,
                new LetterForm(),
                OutgoingRanges.guard(ranges),
                new PublicAddress(URI.create("https://gatehouse.example")));
    }

    private static Letter letter() {
        return new Letter(
                "person@example.test", "A Person", "Acme", "#336699", "Hello", List.of("Hello"), null, List.of());
    }

    private static int port(GreenMail server) {
        return server.getSmtp() == null
                ? server.getSmtps().getPort()
                : server.getSmtp().getPort();
    }

    private static GreenMail server(String protocol) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.start();
        return server;
    }
}
