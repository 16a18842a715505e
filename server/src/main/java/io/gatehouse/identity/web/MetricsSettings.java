package io.gatehouse.identity.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who reads the metrics.
 *
 * @param token that a reader sends as {@code Authorization: Bearer}; empty: only readers on this machine
 */
@ConfigurationProperties("gatehouse.metrics")
record MetricsSettings(@DefaultValue("") String token) {

    @Override
    public String toString() {
        return "MetricsSettings[...]";
    }
}
