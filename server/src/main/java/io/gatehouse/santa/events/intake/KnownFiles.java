package io.gatehouse.santa.events.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The software of a group by SHA-256. */
final class KnownFiles {

    private final Map<String, Known> bySha256 = new HashMap<>();

    void put(String sha256, Known known) {
        bySha256.put(sha256, known);
    }

    /** The software of a file of the group. */
    Known of(String sha256) {
        return Objects.requireNonNull(bySha256.get(sha256), "software that was not learned");
    }
}
