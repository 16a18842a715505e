/** Witnesses, with the real one from the verifier's jar. */
@NullMarked
package io.gatehouse.ledger.witness;

import org.jspecify.annotations.NullMarked;
