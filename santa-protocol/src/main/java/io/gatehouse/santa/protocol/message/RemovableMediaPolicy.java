package io.gatehouse.santa.protocol.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens when removable media are mounted (santa.sync.v1, clients from 2026.3); exactly one component is set.
 *
 * @param allow mount as asked
 * @param block refuse
 * @param remount mount with these flags instead
 */
public record RemovableMediaPolicy(
        @WireField(1) @Nullable Boolean allow,
        @WireField(2) @Nullable Boolean block,
        @WireField(3) @Nullable Remount remount)
        implements Message {

    /**
     * Flags to mount with.
     *
     * @param flags of rdonly, noexec, nosuid, nobrowse, noowners, nodev, async, -j
     */
    public record Remount(@WireField(1) List<String> flags) implements Message {
        public Remount {
            flags = List.copyOf(flags);
        }
    }

    /** Mount as asked. */
    public static RemovableMediaPolicy allowed() {
        return new RemovableMediaPolicy(true, null, null);
    }

    /** Refuse to mount. */
    public static RemovableMediaPolicy blocked() {
        return new RemovableMediaPolicy(null, true, null);
    }

    /** Mount with the given flags. */
    public static RemovableMediaPolicy remounted(List<String> flags) {
        return new RemovableMediaPolicy(null, null, new Remount(flags));
    }
}
