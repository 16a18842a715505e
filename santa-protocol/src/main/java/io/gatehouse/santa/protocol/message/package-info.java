/**
 * The messages of santa.sync.v1 as immutable records. A component's {@link io.gatehouse.santa.protocol.message.WireField} is the only description of
 * its place on the wire; both codecs read it there.
 *
 * <p>Absent values: a text that was not sent is empty, a number 0, a flag false, a list empty, as in proto3. Only components marked
 * {@code @Nullable} tell "not sent" from "sent as empty"; a null there is not written, and a client keeps its own value.
 *
 * <p>Java types: {@code long} is uint32 (0 to 4294967295), {@code int} is int32, {@code double} seconds since 1970.
 */
@NullMarked
package io.gatehouse.santa.protocol.message;

import org.jspecify.annotations.NullMarked;
