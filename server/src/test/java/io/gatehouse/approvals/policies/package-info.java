/** Tests of requests as they are kept. */
@NullMarked
package io.gatehouse.approvals.policies;

import org.jspecify.annotations.NullMarked;
