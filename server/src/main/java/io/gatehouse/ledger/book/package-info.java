/** How the book is written and read: canonical bytes, commitments, lists, export. */
@NullMarked
package io.gatehouse.ledger.book;

import org.jspecify.annotations.NullMarked;
