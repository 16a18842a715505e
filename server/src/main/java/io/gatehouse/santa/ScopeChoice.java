package io.gatehouse.santa;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.kernel.OrganizationId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule or a setting is to apply, as said by a caller.
 *
 * @param tagId given exactly for kind TAG
 * @param deviceId given exactly for kind DEVICE
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScopeChoice(
        ScopeKind kind, @Nullable UUID tagId, @Nullable UUID deviceId) {

    public ScopeChoice {
        Objects.requireNonNull(kind, "kind must be ORGANIZATION, TAG or DEVICE");
    }

    /** All devices of the organization. */
    public static ScopeChoice organization() {
        return new ScopeChoice(ScopeKind.ORGANIZATION, null, null);
    }

    /** The devices that carry the tag. */
    public static ScopeChoice tag(UUID tag) {
        return new ScopeChoice(ScopeKind.TAG, tag, null);
    }

    /** One device. */
    public static ScopeChoice device(UUID device) {
        return new ScopeChoice(ScopeKind.DEVICE, null, device);
    }

    /** From the columns scope_kind and scope_id. */
    public static ScopeChoice of(ScopeKind kind, UUID scopeId) {
        return switch (kind) {
            case ORGANIZATION -> organization();
            case TAG -> tag(scopeId);
            case DEVICE -> device(scopeId);
        };
    }

    /** The scope of a shown thing. */
    public static ScopeChoice of(Scope scope) {
        return new ScopeChoice(
                scope.kind(),
                scope.tag() == null ? null : scope.tag().id(),
                scope.device() == null ? null : scope.device().id());
    }

    /** Whether exactly the id that the kind needs is given. */
    @JsonIgnore
    public boolean isComplete() {
        return (tagId != null) == (kind == ScopeKind.TAG) && (deviceId != null) == (kind == ScopeKind.DEVICE);
    }

    /**
     * The value of the column scope_id: the tag's, the device's or the organization's id.
     *
     * @throws IllegalStateException when the choice is not complete
     */
    public UUID scopeId(OrganizationId organization) {
        UUID id = switch (kind) {
            case ORGANIZATION -> organization.value();
            case TAG -> tagId;
            case DEVICE -> deviceId;
        };
        if (id == null) {
            throw new IllegalStateException("a scope of kind " + kind + " lacks its id");
        }
        return id;
    }
}
