/**
 * Finds events again. Row-level security lets only equality and order choose rows by an index, so a filter by names first
 * reads the organization's software, and events are then read by device, by software or by decision, newest first, as
 * many as a page needs from each.
 */
@NullMarked
package io.gatehouse.santa.events.search;

import org.jspecify.annotations.NullMarked;
