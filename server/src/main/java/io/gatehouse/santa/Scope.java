package io.gatehouse.santa;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule or a setting applies, as shown.
 *
 * @param tag set exactly for kind TAG
 * @param device set exactly for kind DEVICE
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Scope(
        ScopeKind kind, @Nullable TagRef tag, @Nullable DeviceRef device) {

    /** All devices of the organization. */
    public static Scope organization() {
        return new Scope(ScopeKind.ORGANIZATION, null, null);
    }

    /** The devices that carry the tag. */
    public static Scope of(TagRef tag) {
        return new Scope(ScopeKind.TAG, tag, null);
    }

    /** One device. */
    public static Scope of(DeviceRef device) {
        return new Scope(ScopeKind.DEVICE, null, device);
    }

    /** In words, for the book and for explanations. */
    public String describe() {
        if (tag != null) {
            return "tag " + tag.name();
        }
        return device != null ? "device " + device.displayName() : "the organization";
    }
}
