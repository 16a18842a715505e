package io.gatehouse.identity.domains;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom the server asks for DNS records.
 *
 * @param resolver host or {@code host:port}; empty: the machine's own resolver
 */
@ConfigurationProperties("gatehouse.dns")
record DnsSettings(@DefaultValue("") String resolver) {}
