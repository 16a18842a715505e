/** When an organization works: escalations count that time and no other. */
@NullMarked
package io.gatehouse.approvals.calendar;

import org.jspecify.annotations.NullMarked;
