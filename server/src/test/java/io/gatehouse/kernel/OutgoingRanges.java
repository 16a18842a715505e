package io.gatehouse.kernel;

import java.util.List;

/** Guards for tests that need no server. */
public final class OutgoingRanges {

    private OutgoingRanges() {}

    /** A guard of an installation that names these ranges. */
    public static OutgoingGuard guard(String... ranges) {
        return new OutgoingGuard(new OutgoingSettings(List.of(ranges)));
    }
}
