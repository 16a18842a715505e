/** Policies while they are written: drafts, what is wrong with them, whom they would ask, and what they would have changed. */
@NullMarked
package io.gatehouse.approvals.policies;

import org.jspecify.annotations.NullMarked;
