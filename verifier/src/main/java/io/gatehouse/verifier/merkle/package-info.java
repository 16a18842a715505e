/** Trees and proofs of RFC 6962. */
@NullMarked
package io.gatehouse.verifier.merkle;

import org.jspecify.annotations.NullMarked;
