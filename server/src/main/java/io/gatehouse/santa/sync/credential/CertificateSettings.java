package io.gatehouse.santa.sync.credential;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Client certificates that a proxy in front has checked.
 *
 * @param header name of the header that carries the certificate as percent-encoded PEM, such as nginx's
 *     {@code $ssl_client_escaped_cert}; absent: certificates are not used
 * @param trustedProxies addresses from which the header is believed; from all others it is ignored
 */
@ConfigurationProperties("gatehouse.santa.client-certificate")
record CertificateSettings(
        @Nullable String header, @DefaultValue Set<String> trustedProxies) {

    CertificateSettings {
        trustedProxies = Set.copyOf(trustedProxies);
        if (header != null && trustedProxies.isEmpty()) {
            throw new IllegalArgumentException("gatehouse.santa.client-certificate.header needs the addresses of the"
                    + " proxies that set it in gatehouse.santa.client-certificate.trusted-proxies, such as "
                    + List.of("127.0.0.1"));
        }
    }
}
