/** An organization that lets people in through its provider alone, and the guarded way in when that is broken. */
@NullMarked
package io.gatehouse.identity.fallback;

import org.jspecify.annotations.NullMarked;
