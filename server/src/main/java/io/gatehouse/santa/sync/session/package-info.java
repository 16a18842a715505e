/**
 * What a sync decides, without a database: what the Mac is known to hold, what it is to be sent, and what its answer
 * proves. The servlet reads a {@link io.gatehouse.santa.sync.session.SyncState}, asks here, and writes the next one.
 */
@NullMarked
package io.gatehouse.santa.sync.session;

import org.jspecify.annotations.NullMarked;
