/** Exports of the book as they are written, line by line. */
@NullMarked
package io.gatehouse.verifier.format;

import org.jspecify.annotations.NullMarked;
