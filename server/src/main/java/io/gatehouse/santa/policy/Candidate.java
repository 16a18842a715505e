package io.gatehouse.santa.policy;

import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.RuleRef;
import io.gatehouse.santa.Scope;
import io.gatehouse.santa.ScopeKind;
import io.gatehouse.santa.TagRef;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule that could be the one in force for its key.
 *
 * @param scopeId the tag or device; the organization itself for scope ORGANIZATION
 * @param tag null for other scopes than TAG
 * @param position the tag's position; 0 for other scopes
 */
record Candidate(
        UUID ruleId, ScopeKind kind, UUID scopeId, @Nullable TagRef tag, int position, RuleContent content) {

    Strength strength() {
        return new Strength(kind, position, scopeId);
    }

    String tagName() {
        return tag == null ? "" : tag.name();
    }

    /** Whether it applies to a device with these tags. */
    boolean reaches(UUID device, Set<UUID> tags) {
        return switch (kind) {
            case ORGANIZATION -> true;
            case TAG -> tags.contains(scopeId);
            case DEVICE -> scopeId.equals(device);
        };
    }

    /** As screens name it, on the page of the device that it reaches. */
    RuleRef ref(DeviceRef device) {
        Scope scope = tag != null ? Scope.of(tag) : kind == ScopeKind.DEVICE ? Scope.of(device) : Scope.organization();
        return new RuleRef(ruleId, scope, content.policy());
    }
}
