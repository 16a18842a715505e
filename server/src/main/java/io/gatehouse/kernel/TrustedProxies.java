package io.gatehouse.kernel;

import java.net.InetAddress;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Proxies in front of the server, whose word counts for whom a request comes from. Key {@code gatehouse.trusted-proxies}.
 *
 * @param trustedProxies their IP addresses, no names; empty: every request comes from whoever connects
 */
@ConfigurationProperties("gatehouse")
public record TrustedProxies(@DefaultValue Set<String> trustedProxies) {

    public TrustedProxies {
        trustedProxies = Set.copyOf(trustedProxies);
        for (String address : trustedProxies) {
            try {
                InetAddress.ofLiteral(address);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "gatehouse.trusted-proxies must be IP addresses such as 127.0.0.1, not " + address, e);
            }
        }
    }
}
