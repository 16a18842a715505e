package io.gatehouse.ledger.checkpoint;

import java.util.Base64;

/** What a log commits to: the root of its tree at a size. C2SP tlog-checkpoint, without extension lines. */
public record Checkpoint(String origin, long size, byte[] root) {

    /** The text that is signed. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }
}
