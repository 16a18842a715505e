package io.gatehouse.identity.activity;

import io.gatehouse.kernel.Partitioning;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/** How long activity is kept. */
@Configuration(proxyBeanMethods = false)
class ActivityRetention {

    private static final int WEEK = 7;

    /**
     * How long.
     *
     * @param retention from the end of the week in which it happened
     */
    @Validated
    @ConfigurationProperties("gatehouse.activity")
    record ActivitySettings(
            @DefaultValue("180d") @DurationMin(days = 35) Duration retention) {}

    @Bean
    Partitioning partitionedActivity(ActivitySettings kept) {
        return new Partitioning("identity.activity", "at", WEEK, kept.retention());
    }
}
