/** Tests of retention. */
@NullMarked
package io.gatehouse.ledger.retention;

import org.jspecify.annotations.NullMarked;
