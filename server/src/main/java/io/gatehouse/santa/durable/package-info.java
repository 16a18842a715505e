/** Writes what many requests bring at the same time in few transactions, and answers none before it is durable. */
@NullMarked
package io.gatehouse.santa.durable;

import org.jspecify.annotations.NullMarked;
