package io.gatehouse.identity.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a session lives; the idle limit is {@code server.servlet.session.timeout}.
 *
 * @param absoluteLimit after which even a busy session ends
 */
@Validated
@ConfigurationProperties("gatehouse.session")
record SessionSettings(@DefaultValue("12h") Duration absoluteLimit) {}
