package io.gatehouse.santa.durable;

import java.time.Duration;

/**
 * Bounds of a group commit. Weights are whatever the user of the group counts, for instance rows.
 *
 * @param group weight from which a transaction takes no further item; one item may be heavier
 * @param waiting weight of all items that may wait; beyond it, items are refused
 * @param patience how long an item's bringer waits until it is told that the item is not durable
 */
public record GroupLimits(int group, int waiting, Duration patience) {}
