/**
 * Makes rows of what Macs upload, in bulk: each request prepares its own rows on its own thread, one writer stores the
 * rows of all waiting requests in one transaction, and only then are the requests answered.
 */
@NullMarked
package io.gatehouse.santa.events.intake;

import org.jspecify.annotations.NullMarked;
