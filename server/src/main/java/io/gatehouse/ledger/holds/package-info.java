/** Legal holds: what must be kept for now. Two people place one, two release it. */
@NullMarked
package io.gatehouse.ledger.holds;

import org.jspecify.annotations.NullMarked;
