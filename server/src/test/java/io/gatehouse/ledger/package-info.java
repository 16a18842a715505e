/** Tests of the book. */
@NullMarked
package io.gatehouse.ledger;

import org.jspecify.annotations.NullMarked;
