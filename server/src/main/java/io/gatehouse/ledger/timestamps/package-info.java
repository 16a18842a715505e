/** Has checkpoints stamped by a time-stamp authority (RFC 3161), so that nobody can say later that they were made later. */
@NullMarked
package io.gatehouse.ledger.timestamps;

import org.jspecify.annotations.NullMarked;
