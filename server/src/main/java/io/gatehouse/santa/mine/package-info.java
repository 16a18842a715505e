/**
 * What a person sees of their own Macs: which they are, what was blocked on them, and saying that one is theirs.
 *
 * <p>Owns table {@code claimed_machine} of schema {@code santa}. Permission {@code request.create}.
 */
@NullMarked
package io.gatehouse.santa.mine;

import org.jspecify.annotations.NullMarked;
