/** For how long the book is kept: months by class, and dropping what is past its time. */
@NullMarked
package io.gatehouse.ledger.retention;

import org.jspecify.annotations.NullMarked;
