/** An organization's tree of teams, their people and leads. */
@NullMarked
package io.gatehouse.identity.teams;

import org.jspecify.annotations.NullMarked;
