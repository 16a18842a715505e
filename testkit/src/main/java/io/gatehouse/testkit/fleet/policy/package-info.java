/** What downloaded rules mean to a release: which of them it can read, and what their expressions say. */
@NullMarked
package io.gatehouse.testkit.fleet.policy;

import org.jspecify.annotations.NullMarked;
