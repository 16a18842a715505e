/** Tests of asking and deciding. */
@NullMarked
package io.gatehouse.approvals;

import org.jspecify.annotations.NullMarked;
