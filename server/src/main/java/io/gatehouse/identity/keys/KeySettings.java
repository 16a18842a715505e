package io.gatehouse.identity.keys;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of keys.
 *
 * @param longest time from the making of a key to its end
 * @param failuresPerSource refused keys from one address before it must pause
 */
@ConfigurationProperties("gatehouse.keys")
record KeySettings(
        @DefaultValue("366d") Duration longest,
        @DefaultValue("50") int failuresPerSource) {}
