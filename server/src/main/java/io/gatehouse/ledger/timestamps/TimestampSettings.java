package io.gatehouse.ledger.timestamps;

import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The time-stamp authority of this installation. Its network must be among {@code gatehouse.outgoing.networks}.
 *
 * @param address where it takes queries; empty: there is none
 * @param anchors file with the certificates in PEM that its own must lead to
 * @param username to sign in with; empty: none
 * @param every how old a ledger's latest time stamp may get while the ledger grows
 * @param tolerance by how much its clock may differ from ours
 */
@ConfigurationProperties("gatehouse.ledger.timestamps")
record TimestampSettings(
        @DefaultValue("") String address,
        @Nullable Path anchors,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("1h") Duration every,
        @DefaultValue("5m") Duration tolerance) {

    private static final Duration MOST_OFTEN = Duration.ofMinutes(1);

    TimestampSettings {
        if (!address.isBlank()) {
            URI parsed = parsed(address);
            require(parsed != null, "address must be http:// or https:// and a host, without a name before it or #");
            require(anchors != null, "anchors must name a file with the authority's certificates in PEM");
            require(every.compareTo(MOST_OFTEN) >= 0, "every must be 1m or more");
            require(tolerance.isPositive(), "tolerance must be positive");
            require(username.isEmpty() == password.isEmpty(), "username and password must stand together");
            require(
                    password.isEmpty() || isPrivate(parsed),
                    "address must be https with a password, which else everybody on the way could read");
        }
    }

    boolean isOffered() {
        return !address.isBlank();
    }

    URI uri() {
        return URI.create(address);
    }

    /** What goes along with each query. */
    Map<String, String> headers() {
        String accept = "application/timestamp-reply";
        if (password.isEmpty()) {
            return Map.of("Accept", accept);
        }
        String secret =
                Base64.getEncoder().encodeToString((username + ":" + password).getBytes(StandardCharsets.UTF_8));
        return Map.of("Accept", accept, "Authorization", "Basic " + secret);
    }

    private static @Nullable URI parsed(String address) {
        try {
            URI uri = URI.create(address);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null ? uri : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isPrivate(@Nullable URI address) {
        return address != null && ("https".equalsIgnoreCase(address.getScheme()) || isLoopback(address.getHost()));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException("gatehouse.ledger.timestamps." + what);
        }
    }

    @Override
    public String toString() {
        return "TimestampSettings[" + address + "]";
    }
}
