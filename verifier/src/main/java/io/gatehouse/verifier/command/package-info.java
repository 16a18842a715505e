/** The commands of the jar. */
@NullMarked
package io.gatehouse.verifier.command;

import org.jspecify.annotations.NullMarked;
