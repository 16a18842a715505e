/** Tests of the pure engine. */
@NullMarked
package io.gatehouse.approvals.engine;

import org.jspecify.annotations.NullMarked;
