/** Tests of a node's clock. */
@NullMarked
package io.gatehouse.ledger.clock;

import org.jspecify.annotations.NullMarked;
