/** Tests of requests as they are kept. */
@NullMarked
package io.gatehouse.approvals.requests;

import org.jspecify.annotations.NullMarked;
