/**
 * Watches over the book: derives each tree anew from the rows that it is made of, raises an alarm where they do not match, and
 * refuses exports until somebody answers for it.
 */
@NullMarked
package io.gatehouse.ledger.watch;

import org.jspecify.annotations.NullMarked;
