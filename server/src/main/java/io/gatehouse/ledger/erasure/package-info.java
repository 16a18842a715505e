/** Forgetting what the book says of somebody: by an order in the book, unless a hold keeps it. */
@NullMarked
package io.gatehouse.ledger.erasure;

import org.jspecify.annotations.NullMarked;
