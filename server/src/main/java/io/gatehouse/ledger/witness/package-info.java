/**
 * Has an organization's checkpoints cosigned by witnesses that it names, C2SP tlog-witness, and demands as many of them as its
 * policy says.
 */
@NullMarked
package io.gatehouse.ledger.witness;

import org.jspecify.annotations.NullMarked;
