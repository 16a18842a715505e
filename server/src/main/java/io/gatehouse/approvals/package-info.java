/**
 * Asking and deciding, for every door: somebody submits a {@link io.gatehouse.approvals.RequestView request}, whoever the
 * {@link io.gatehouse.approvals.policy.Policy policy} names decides it, and the door's {@link io.gatehouse.approvals.Executor}
 * carries out what was approved, in the same transaction.
 *
 * <p>Owns schema {@code approvals}. Publishes {@link io.gatehouse.approvals.RequestSubmitted},
 * {@link io.gatehouse.approvals.RequestAdvanced} and {@link io.gatehouse.approvals.RequestClosed}. Permissions:
 * {@code request.create} for one's own, {@code request.read} for all, {@code request.decide} to decide.
 */
@ApplicationModule(allowedDependencies = {"kernel", "ledger", "identity", "notifications"})
@NullMarked
package io.gatehouse.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
