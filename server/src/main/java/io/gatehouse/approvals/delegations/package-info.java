/** Deciding in the place of somebody else: who may, for whom, until when. */
@NullMarked
package io.gatehouse.approvals.delegations;

import org.jspecify.annotations.NullMarked;
