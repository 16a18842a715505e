package io.gatehouse.santa.events.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How uploads are gathered.
 *
 * @param group events that one transaction stores at most, when no single upload is larger
 * @param waiting events that may wait; beyond it, uploads are refused and the Macs come again
 * @param patience how long an upload may take; shorter than the client's 30 seconds
 */
@Validated
@ConfigurationProperties("gatehouse.intake")
record IntakeSettings(
        @DefaultValue("2000") @Min(1) @Max(50_000) int group,
        @DefaultValue("20000") @Min(1) @Max(1_000_000) int waiting,
        @DefaultValue("20s") Duration patience) {}
