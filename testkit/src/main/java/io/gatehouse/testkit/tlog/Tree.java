package io.gatehouse.testkit.tlog;

import java.util.Arrays;

/** What a checkpoint says. */
public record Tree(String origin, long size, byte[] root) {

    boolean hasRoot(byte[] other) {
        return Arrays.equals(root, other);
    }
}
