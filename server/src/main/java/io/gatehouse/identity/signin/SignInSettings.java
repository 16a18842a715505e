package io.gatehouse.identity.signin;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of signing in.
 *
 * @param failuresPerSource failed attempts from one address, whatever the account, before it must pause
 * @param resetsPerSource new passwords asked for from one address, whatever the account, before it must pause
 */
@Validated
@ConfigurationProperties("gatehouse.sign-in")
record SignInSettings(
        @DefaultValue("50") @Min(5) int failuresPerSource,
        @DefaultValue("20") @Min(2) int resetsPerSource) {}
