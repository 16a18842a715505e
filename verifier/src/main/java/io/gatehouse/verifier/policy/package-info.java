/** Who must have witnessed a checkpoint: C2SP tlog-policy. */
@NullMarked
package io.gatehouse.verifier.policy;

import org.jspecify.annotations.NullMarked;
