/** Tests of the sequencer. */
@NullMarked
package io.gatehouse.ledger.sequencing;

import org.jspecify.annotations.NullMarked;
