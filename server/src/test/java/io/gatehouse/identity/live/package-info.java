/** Tests of live updates. */
@NullMarked
package io.gatehouse.identity.live;

import org.jspecify.annotations.NullMarked;
