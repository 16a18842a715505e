/**
 * Votes on software: who may vote and with what weight, what votes grant on the voters' own Macs, what they propose for
 * everybody, and reviews of what somebody found suspicious.
 *
 * <p>Owns tables {@code voting}, {@code ballot}, {@code vote}, {@code vote_outcome} and {@code vote_grant} of schema
 * {@code santa}. Permissions {@code request.create} to vote, {@code request.decide} to review, {@code
 * approval.policy.manage} for the settings.
 */
@NullMarked
package io.gatehouse.santa.votes;

import org.jspecify.annotations.NullMarked;
