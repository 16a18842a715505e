/** Tests of routing. */
@NullMarked
package io.gatehouse.approvals.routing;

import org.jspecify.annotations.NullMarked;
