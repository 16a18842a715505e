package io.gatehouse.identity.signin;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Cost of hashing a password with Argon2id, RFC 9106.
 *
 * @param memory of one hash
 * @param iterations passes over that memory
 * @param atOnce hashes computed at the same time; more wait their turn, so that a flood cannot exhaust memory
 * @param waiting how many may wait; more are asked to try again
 */
@Validated
@ConfigurationProperties("gatehouse.password")
record PasswordSettings(
        @DefaultValue("19MB") DataSize memory,
        @DefaultValue("2") @Min(1) @Max(20) int iterations,
        @DefaultValue("4") @Min(1) @Max(64) int atOnce,
        @DefaultValue("32") @Min(1) @Max(10_000) int waiting) {}
