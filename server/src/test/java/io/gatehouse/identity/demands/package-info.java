/** Tests of what organizations demand of sessions. */
@NullMarked
package io.gatehouse.identity.demands;

import org.jspecify.annotations.NullMarked;
