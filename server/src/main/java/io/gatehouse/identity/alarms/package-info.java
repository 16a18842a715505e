/** Tells administrators and operators that a ledger does not match its tree. */
@NullMarked
package io.gatehouse.identity.alarms;

import org.jspecify.annotations.NullMarked;
