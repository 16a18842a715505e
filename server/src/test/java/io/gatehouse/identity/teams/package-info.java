/** Tests of teams. */
@NullMarked
package io.gatehouse.identity.teams;

import org.jspecify.annotations.NullMarked;
