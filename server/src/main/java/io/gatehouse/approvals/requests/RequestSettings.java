package io.gatehouse.approvals.requests;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much one person may ask for in an organization, so that nobody floods those who decide.
 *
 * @param mostOpen requests that wait at once
 * @param mostPerHour requests submitted within an hour, those taken back included
 */
@Validated
@ConfigurationProperties("gatehouse.requests")
record RequestSettings(
        @DefaultValue("50") @Min(1) int mostOpen,
        @DefaultValue("100") @Min(1) int mostPerHour) {}
