package io.gatehouse.testkit.fleet.software;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One attempt to run a binary: what, from which bundle, by whom and how. */
public record Launch(
        Binary binary,
        @Nullable App app,
        String user,
        List<String> arguments,
        Map<String, String> environment,
        int effectiveUserId,
        String workingDirectory) {

    /** A person runs a tool that belongs to no bundle. */
    public static Launch of(Binary binary, String user) {
        return new Launch(binary, null, user, List.of(binary.path()), Map.of(), 501, "/Users/" + user);
    }

    /** A person opens an app. */
    public static Launch of(App app, String user) {
        return of(app, app.main(), user);
    }

    /** An app runs one of its executables. */
    public static Launch of(App app, Binary member, String user) {
        return new Launch(member, app, user, List.of(member.path()), Map.of(), 501, "/Users/" + user);
    }
}
