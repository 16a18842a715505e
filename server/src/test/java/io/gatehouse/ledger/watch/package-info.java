/** Tests of the watch over the book. */
@NullMarked
package io.gatehouse.ledger.watch;

import org.jspecify.annotations.NullMarked;
