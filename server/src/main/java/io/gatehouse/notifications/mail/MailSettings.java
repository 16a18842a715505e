package io.gatehouse.notifications.mail;

import io.gatehouse.identity.Mailing;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server that takes our mail. Its network must be among {@code gatehouse.outgoing.networks}.
 *
 * @param host of the server; empty: no mail is sent, and links are shown to be passed on
 * @param port of the server; absent: the one that is usual for how the connection is protected
 * @param protection of the connection
 * @param username to sign in with; empty: none
 * @param sender address that letters come from
 * @param senderName name beside it
 * @param timeout of each step of a connection
 */
@ConfigurationProperties("gatehouse.mail")
record MailSettings(
        @DefaultValue("") String host,
        @Nullable Integer port,
        @DefaultValue("STARTTLS") Protection protection,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String sender,
        @DefaultValue("Gatehouse") String senderName,
        @DefaultValue("10s") Duration timeout)
        implements Mailing {

    private static final int HIGHEST_PORT = 65_535;

    /** How a connection is kept from others. */
    enum Protection {
        /** Begins in the clear and must turn to TLS before anything is said. */
        STARTTLS(587),
        /** TLS from the first byte. */
        TLS(465),
        /** None, for a server in one's own network that knows nothing else. */
        NONE(25);

        private final int usualPort;

        Protection(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    MailSettings {
        if (!host.isBlank()) {
            require(isAddress(sender), "sender must be an e-mail address such as gatehouse@example.com");
            require(port == null || (port > 0 && port <= HIGHEST_PORT), "port must be 1 to " + HIGHEST_PORT);
            require(senderName.chars().noneMatch(Character::isISOControl), "sender-name must be one line");
            require(!timeout.isNegative() && !timeout.isZero(), "timeout must be positive");
            require(
                    protection != Protection.NONE || password.isEmpty(),
                    "protection must be STARTTLS or TLS with a password, which else everybody on the way could read");
        }
    }

    @Override
    public boolean isOffered() {
        return !host.isBlank();
    }

    int effectivePort() {
        return port == null ? protection.usualPort : port;
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException("gatehouse.mail." + what);
        }
    }

    private static boolean isAddress(String text) {
        try {
            new InternetAddress(text, true).validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "MailSettings[" + host + "]";
    }
}
