@NullMarked
package io.gatehouse.approvals.calendar;

import org.jspecify.annotations.NullMarked;
