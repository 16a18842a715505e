/**
 * Which rules are in force where: the winner for each (type, identifier), published to the layers that devices sync from,
 * and explained on screen.
 *
 * <p>Faces inside santa: {@link io.gatehouse.santa.policy.PolicyPublisher}, {@link io.gatehouse.santa.policy.EffectivePolicy}. Owns tables {@code publication}, {@code policy}
 * and {@code policy_entry} of schema {@code santa}.
 */
@NullMarked
package io.gatehouse.santa.policy;

import org.jspecify.annotations.NullMarked;
