package io.gatehouse.kernel;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people and Macs reach this installation from outside; links given away begin with it. Key
 * {@code gatehouse.public-address}.
 *
 * @param publicAddress scheme http or https, host, port if it is not the scheme's own; no path, query or user
 */
@ConfigurationProperties("gatehouse")
public record PublicAddress(
        @DefaultValue("http://localhost:8080") URI publicAddress) {

    public PublicAddress {
        boolean web = "https".equals(publicAddress.getScheme()) || "http".equals(publicAddress.getScheme());
        boolean bare = blank(publicAddress.getUserInfo())
                && blank(publicAddress.getQuery())
                && blank(publicAddress.getFragment())
                && (blank(publicAddress.getPath()) || "/".equals(publicAddress.getPath()));
        if (!web || !bare || blank(publicAddress.getHost())) {
            throw new IllegalArgumentException("gatehouse.public-address must be a scheme, a host and perhaps a port,"
                    + " such as https://gatehouse.example.com");
        }
    }

    /** The address of a path on this installation; the path begins with a slash. */
    public String of(String path) {
        String base = publicAddress.toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
    }

    /** Whether people and Macs come by TLS. */
    public boolean isSecure() {
        return "https".equals(publicAddress.getScheme());
    }

    private static boolean blank(@Nullable String part) {
        return part == null || part.isEmpty();
    }
}
