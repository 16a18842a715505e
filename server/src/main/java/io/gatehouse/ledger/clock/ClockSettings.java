package io.gatehouse.ledger.clock;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How exact a node's clock has to be.
 *
 * @param tolerance by how much it may differ from the database's
 */
@ConfigurationProperties("gatehouse.ledger.clock")
record ClockSettings(@DefaultValue("1m") Duration tolerance) {}
