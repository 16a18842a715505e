package io.gatehouse.santa.sync.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How rules are handed out.
 *
 * @param pageRules rules in one page
 * @param cachedEntries entries of policies that are kept in memory; about 300 bytes each
 * @param cachedRules rules of sessions in progress that are kept in memory; they mostly share the entries' texts
 * @param cachedPages memory for pages that are ready to be sent
 */
@Validated
@ConfigurationProperties("gatehouse.santa.delivery")
record DeliverySettings(
        @DefaultValue("2000") @Min(1) @Max(50_000) int pageRules,
        @DefaultValue("300000") @Min(1_000) long cachedEntries,
        @DefaultValue("200000") @Min(1_000) long cachedRules,
        @DefaultValue("32MB") DataSize cachedPages) {}
