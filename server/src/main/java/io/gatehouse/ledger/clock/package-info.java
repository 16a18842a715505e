/** Whether this node knows what time it is. */
@NullMarked
package io.gatehouse.ledger.clock;

import org.jspecify.annotations.NullMarked;
