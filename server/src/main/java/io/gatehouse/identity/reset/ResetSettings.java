package io.gatehouse.identity.reset;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Links for a new password.
 *
 * @param validFor how long a link works, counted from when its letter is sent
 */
@ConfigurationProperties("gatehouse.password-reset")
record ResetSettings(@DefaultValue("30m") Duration validFor) {}
