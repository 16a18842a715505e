/**
 * Votes on software, pure: {@link io.gatehouse.santa.ballot.Ballots#decide} turns a ballot and a command into events or a
 * refusal, {@link io.gatehouse.santa.ballot.Ballot#after} applies them. No clock, no database, no chance.
 */
@NullMarked
package io.gatehouse.santa.ballot;

import org.jspecify.annotations.NullMarked;
