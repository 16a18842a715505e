package io.gatehouse.identity.engagements;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long emergencies last.
 *
 * @param longestEmergency at most, when somebody else gives it
 * @param longestOwnEmergency at most, when a technician raises their own engagement
 */
@ConfigurationProperties("gatehouse.engagements")
record EngagementSettings(
        @DefaultValue("24h") Duration longestEmergency,
        @DefaultValue("4h") Duration longestOwnEmergency) {

    EngagementSettings {
        if (!longestEmergency.isPositive() || !longestOwnEmergency.isPositive()) {
            throw new IllegalArgumentException("gatehouse.engagements.longest-emergency and longest-own-emergency"
                    + " must be longer than nothing, such as 24h");
        }
    }
}
