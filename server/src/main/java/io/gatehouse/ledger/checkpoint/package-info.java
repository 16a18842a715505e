/** What a log says of itself: its origin, checkpoints as C2SP signed notes, and the keys that sign them. */
@NullMarked
package io.gatehouse.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
