/** Tests of exports, with the verifier that outsiders use. */
@NullMarked
package io.gatehouse.ledger.export;

import org.jspecify.annotations.NullMarked;
