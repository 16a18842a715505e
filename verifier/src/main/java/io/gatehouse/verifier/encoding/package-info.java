/** How bytes are written as text. */
@NullMarked
package io.gatehouse.verifier.encoding;

import org.jspecify.annotations.NullMarked;
