package io.gatehouse.santa.sync;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How Macs sync.
 *
 * @param requireXsrf demand the token of the xsrf stage on every other stage
 * @param inclusionGuard let JSON answers begin with a guard against inclusion as a script
 * @param writeGroup devices written in one commit at most
 * @param writeQueue devices that may wait to be written; beyond it Macs are told to come again (503)
 * @param writePatience how long a Mac waits for its commit
 */
@Validated
@ConfigurationProperties("gatehouse.santa.sync")
record SyncSettings(
        @DefaultValue("false") boolean requireXsrf,
        @DefaultValue("false") boolean inclusionGuard,
        @DefaultValue("1000") @Min(1) @Max(10_000) int writeGroup,
        @DefaultValue("20000") @Min(100) int writeQueue,
        @DefaultValue("20s") Duration writePatience) {}
