/**
 * Who decides, as data: a {@link io.gatehouse.approvals.policy.Policy} routes each request onto a
 * {@link io.gatehouse.approvals.policy.Path} of stages, and each stage says whose agreement it needs. Everything here checks
 * itself when it is made, so that a policy that exists can be met.
 */
@NullMarked
package io.gatehouse.approvals.policy;

import org.jspecify.annotations.NullMarked;
