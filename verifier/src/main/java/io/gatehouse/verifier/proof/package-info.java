/** Single proofs: that a log has an entry, that it continues an earlier one. */
@NullMarked
package io.gatehouse.verifier.proof;

import org.jspecify.annotations.NullMarked;
