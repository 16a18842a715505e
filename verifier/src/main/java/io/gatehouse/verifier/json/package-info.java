/** JSON read from bytes, each value with the place where it stands, so that bytes can be hashed as they were written. */
@NullMarked
package io.gatehouse.verifier.json;

import org.jspecify.annotations.NullMarked;
