/**
 * The settings that Macs take over at each sync: set per organization, tag and device, with a winner for each setting.
 *
 * <p>Face inside santa: {@link io.gatehouse.santa.configuration.EffectiveConfigurations}. Owns tables
 * {@code santa.configuration} and {@code santa.configuration_state}.
 */
@NullMarked
package io.gatehouse.santa.configuration;

import org.jspecify.annotations.NullMarked;
