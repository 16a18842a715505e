/** Who is asking: the Mac's name in the address, its client's version, and what a client of that version understands. */
@NullMarked
package io.gatehouse.santa.protocol.client;

import org.jspecify.annotations.NullMarked;
