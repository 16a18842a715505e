/** The stream that tells an open console that something changed. */
@NullMarked
package io.gatehouse.identity.live;

import org.jspecify.annotations.NullMarked;
