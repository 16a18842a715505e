/** Tests of forgetting. */
@NullMarked
package io.gatehouse.ledger.erasure;

import org.jspecify.annotations.NullMarked;
