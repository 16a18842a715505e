package io.gatehouse.santa.events;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long telemetry is kept. What people decided, the book above all, is kept for ever.
 *
 * @param events executions and file accesses
 * @param syncSessions past syncs of devices
 */
@Validated
@ConfigurationProperties("gatehouse.santa.retention")
record RetentionSettings(
        @DefaultValue("400d") @DurationMin(days = 35) Duration events,
        @DefaultValue("90d") @DurationMin(days = 35) Duration syncSessions) {}
