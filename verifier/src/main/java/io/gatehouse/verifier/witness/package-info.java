/** A witness that a customer runs: C2SP tlog-witness. */
@NullMarked
package io.gatehouse.verifier.witness;

import org.jspecify.annotations.NullMarked;
