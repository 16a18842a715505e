package io.gatehouse.santa.configuration;

import io.gatehouse.kernel.Actor;
import io.gatehouse.santa.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one scope as the API shows them.
 *
 * @param version 0 while nothing was ever set here
 * @param warnings of the change that was just made; empty in lists
 */
record Configuration(
        Scope scope,
        Settings settings,
        int version,
        @Nullable Instant updatedAt,
        @Nullable Actor updatedBy,
        List<String> warnings) {

    static Configuration empty(Scope scope) {
        return new Configuration(scope, Settings.NONE, 0, null, null, List.of());
    }

    Configuration with(List<String> told) {
        return new Configuration(scope, settings, version, updatedAt, updatedBy, told);
    }
}
