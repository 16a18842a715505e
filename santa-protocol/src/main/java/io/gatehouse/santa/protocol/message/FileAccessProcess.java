package io.gatehouse.santa.protocol.message;

import java.util.List;

/**
 * A process that touched a watched file, or an ancestor of it (santa.sync.v1 Process).
 *
 * @param filePath full path
 * @param signingChain leaf first
 */
public record FileAccessProcess(
        @WireField(1) String filePath,
        @WireField(2) String cdhash,
        @WireField(3) String fileSha256,
        @WireField(4) String signingId,
        @WireField(5) String teamId,
        @WireField(6) int pid,
        @WireField(7) List<Certificate> signingChain)
        implements Message {

    public FileAccessProcess {
        signingChain = List.copyOf(signingChain);
    }
}
