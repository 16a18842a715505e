/**
 * Messages to bytes and back: the lenient JSON codec, the protobuf codec, and the content codings around them. Every input is bounded; whatever is
 * wrong with it surfaces as a {@link io.gatehouse.santa.protocol.wire.WireException} and as nothing else.
 */
@NullMarked
package io.gatehouse.santa.protocol.wire;

import org.jspecify.annotations.NullMarked;
