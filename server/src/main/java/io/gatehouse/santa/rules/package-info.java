/**
 * Rules: what they may say, keeping and changing them in bulk and by files, whom they reach, what they decide.
 *
 * <p>Face inside santa: {@link io.gatehouse.santa.rules.Rules}. Owns table {@code santa.rule}. Permissions
 * {@code rule.read}, {@code rule.manage}.
 */
@NullMarked
package io.gatehouse.santa.rules;

import org.jspecify.annotations.NullMarked;
