/**
 * Puts entries into their organizations' trees: one sequencer over all nodes takes what waits in batches, gives each entry
 * its index, and seals each tree that grew.
 */
@NullMarked
package io.gatehouse.ledger.sequencing;

import org.jspecify.annotations.NullMarked;
