/** Tests of required providers and of the way in when one is broken. */
@NullMarked
package io.gatehouse.identity.fallback;

import org.jspecify.annotations.NullMarked;
