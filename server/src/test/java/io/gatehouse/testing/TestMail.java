package io.gatehouse.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A real SMTP server that receives what the server under test sends. */
public final class TestMail implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int PORT = freePort();
    private static final GreenMail SERVER = start();
    private static final long PATIENCE_MILLIS = 30_000;

    /** Letters that wait in the outbox have an id there; an operator's trial letter has not. */
    private static final Pattern QUEUED = Pattern.compile("<([0-9a-f-]{36})[.].*");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "gatehouse.mail.host=localhost",
                        "gatehouse.mail.port=" + PORT,
                        "gatehouse.mail.protection=NONE",
                        "gatehouse.mail.sender=gatehouse@example.test",
                        "gatehouse.outgoing.networks=127.0.0.0/8,::1")
                .applyTo(context);
    }

    /** What has arrived for that address so far, the oldest first. */
    public static List<ArrivedLetter> to(String email) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(message -> isTo(message, email))
                .map(ArrivedLetter::new)
                .toList();
    }

    /** Waits until so many letters have arrived for that address, and gives the latest. */
    public static ArrivedLetter await(String email, int count) {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (System.nanoTime() < deadline) {
            int all = SERVER.getReceivedMessages().length;
            List<ArrivedLetter> letters = to(email);
            if (letters.size() >= count && letters.stream().allMatch(TestMail::isKnownAsSent)) {
                return letters.getLast();
            }
            SERVER.waitForIncomingEmail(PATIENCE_MILLIS / 100, all + 1);
        }
        throw new AssertionError(
                "Of " + count + " letters to " + email + " arrived " + to(email).size());
    }

    /** Whether anything was ever delivered to that address, whatever its header says. */
    public static boolean delivered(String email) {
        return SERVER.getUserManager().getUserByEmail(email) != null;
    }

    /** The mail server goes away until closed. */
    public static AutoCloseable outage() {
        SERVER.stop();
        return SERVER::start;
    }

    /** The server notes it a moment after the letter arrives; were its clock moved ahead between, it would send it again. */
    private static boolean isKnownAsSent(ArrivedLetter letter) {
        Matcher queued = QUEUED.matcher(letter.header("Message-ID"));
        return !queued.matches() || isKnownAsSent(UUID.fromString(queued.group(1)));
    }

    private static boolean isKnownAsSent(UUID mail) {
        return TestTables.inInstallation(
                jdbc -> jdbc.sql("select state <> 'WAITING' from notifications.mail where id = ?")
                        .param(mail)
                        .query(Boolean.class)
                        .single());
    }

    private static boolean isTo(MimeMessage message, String email) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .anyMatch(recipient -> recipient instanceof InternetAddress address
                            && address.getAddress().equals(email));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GreenMail start() {
        GreenMail server = new GreenMail(new ServerSetup(PORT, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    /** Named, so that the server comes back where it was. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
