/** Routes a request by what is known of it: which path of its policy it takes, which stages are left out, and why. */
@NullMarked
package io.gatehouse.approvals.routing;

import org.jspecify.annotations.NullMarked;
