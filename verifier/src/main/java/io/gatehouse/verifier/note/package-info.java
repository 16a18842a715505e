/** C2SP signed notes, checkpoints and keys. */
@NullMarked
package io.gatehouse.verifier.note;

import org.jspecify.annotations.NullMarked;
