/** Tests of keys and notes. */
@NullMarked
package io.gatehouse.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
