package io.gatehouse.testkit.fleet.net;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came back: the status, headers by lower-case name, and the bytes as they were on the wire. */
public record Answer(int status, Map<String, String> headers, byte[] body) {

    /** A header by its lower-case name, or null. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }
}
