package io.gatehouse.approvals.policies;

import io.gatehouse.approvals.policy.Policy;
import java.time.Instant;

/**
 * A policy that somebody writes.
 *
 * @param version of the draft itself, which each change raises
 * @param changedBy who, as they were called then
 */
record PolicyDraft(int version, Policy policy, Instant changedAt, String changedBy) {}
