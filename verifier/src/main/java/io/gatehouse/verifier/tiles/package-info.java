/** A log in the form of C2SP tlog-tiles, as a folder. */
@NullMarked
package io.gatehouse.verifier.tiles;

import org.jspecify.annotations.NullMarked;
