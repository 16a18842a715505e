package io.gatehouse.identity.live;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Live streams.
 *
 * @param heartbeat silence after which a stream shows that it is alive
 * @param pause shortest time between two messages of a stream
 * @param checkEvery longest time for which a stream relies on the permissions that it has read
 * @param most streams of this server at the same time
 * @param mostForPerson streams of one person at the same time
 */
@Validated
@ConfigurationProperties("gatehouse.live")
record LiveSettings(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("1s") Duration pause,
        @DefaultValue("5s") Duration checkEvery,
        @DefaultValue("2000") @Min(1) int most,
        @DefaultValue("20") @Min(1) int mostForPerson) {}
