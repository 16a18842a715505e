package io.gatehouse.santa.policy;

import io.gatehouse.santa.ScopeKind;
import java.util.UUID;

/**
 * A rule that could be the one in force for its key.
 *
 * @param scopeId the tag or device; the organization itself for scope ORGANIZATION
 * @param scopeName the tag's name; empty for other scopes
 * @param position the tag's position; 0 for other scopes
 */
record Candidate(UUID ruleId, ScopeKind kind, UUID scopeId, String scopeName, int position, RuleContent content) {}
