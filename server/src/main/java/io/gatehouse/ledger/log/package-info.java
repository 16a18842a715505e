/** The log of an organization as others read it: checkpoints, tiles, keys and proofs in the forms of C2SP. */
@NullMarked
package io.gatehouse.ledger.log;

import org.jspecify.annotations.NullMarked;
