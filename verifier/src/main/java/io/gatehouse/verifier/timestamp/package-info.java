/** RFC 3161 time stamps over checkpoints. */
@NullMarked
package io.gatehouse.verifier.timestamp;

import org.jspecify.annotations.NullMarked;
