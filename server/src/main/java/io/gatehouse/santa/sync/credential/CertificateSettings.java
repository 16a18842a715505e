package io.gatehouse.santa.sync.credential;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Client certificates that a proxy in front has checked: one of {@link io.gatehouse.kernel.TrustedProxies}; from anybody
 * else the header is ignored.
 *
 * @param header name of the header that carries the certificate as percent-encoded PEM, such as nginx's
 *     {@code $ssl_client_escaped_cert}; absent: certificates are not used
 */
@ConfigurationProperties("gatehouse.santa.client-certificate")
record CertificateSettings(@Nullable String header) {}
