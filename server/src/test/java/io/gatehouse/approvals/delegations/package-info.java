@NullMarked
package io.gatehouse.approvals.delegations;

import org.jspecify.annotations.NullMarked;
