/** Tests of legal holds. */
@NullMarked
package io.gatehouse.ledger.holds;

import org.jspecify.annotations.NullMarked;
