package io.gatehouse.santa.sync;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.santa.protocol.client.ClientCapabilities;

/** Knows the client versions that are about: a fleet has few, and each is read once. */
final class Clients {

    private static final int VERSIONS = 1_000;
    private static final int LONGEST_REMEMBERED = 64;

    private final Cache<String, ClientCapabilities> known =
            Caffeine.newBuilder().maximumSize(VERSIONS).build();

    /** What the client of that santa_version understands. */
    ClientCapabilities of(String santaVersion) {
        return santaVersion.length() > LONGEST_REMEMBERED
                ? ClientCapabilities.of(santaVersion)
                : known.get(santaVersion, ClientCapabilities::of);
    }
}
