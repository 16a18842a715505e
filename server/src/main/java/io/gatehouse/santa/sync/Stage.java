package io.gatehouse.santa.sync;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The calls of santa.sync.v1. */
enum Stage {
    PREFLIGHT,
    EVENTUPLOAD,
    RULEDOWNLOAD,
    POSTFLIGHT,
    XSRF;

    /** The stage of a path segment, null when there is no such stage. */
    static @Nullable Stage of(String segment) {
        for (Stage stage : values()) {
            if (stage.segment().equals(segment)) {
                return stage;
            }
        }
        return null;
    }

    String segment() {
        return name().toLowerCase(Locale.ROOT);
    }
}
