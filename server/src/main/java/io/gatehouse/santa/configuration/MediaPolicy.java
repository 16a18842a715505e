package io.gatehouse.santa.configuration;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a Mac does when somebody connects a removable medium.
 *
 * @param remountFlags for REMOUNT one or more of rdonly, noexec, nosuid, nobrowse, noowners, nodev, async, -j; else empty
 */
public record MediaPolicy(Action action, List<String> remountFlags) {

    /** What a Mac does. */
    public enum Action {
        /** Mount as asked. */
        ALLOW,
        /** Refuse. */
        BLOCK,
        /** Mount with the given flags instead. */
        REMOUNT
    }

    /** Mount as asked. */
    public static final MediaPolicy ALLOWED = new MediaPolicy(Action.ALLOW, List.of());

    public MediaPolicy(Action action, @Nullable List<String> remountFlags) {
        this.action = Objects.requireNonNull(action, "action must be ALLOW, BLOCK or REMOUNT");
        this.remountFlags = remountFlags == null ? List.of() : List.copyOf(remountFlags);
    }
}
