/** Row-level security, proven with the statements that the stores really run. */
@NullMarked
package io.gatehouse.isolation;

import org.jspecify.annotations.NullMarked;
