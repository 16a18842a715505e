package io.gatehouse.santa.protocol.message;

import io.gatehouse.santa.protocol.vocabulary.EnumValue;
import io.gatehouse.santa.protocol.vocabulary.FileAccessDecision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A decision of the file access policy (santa.sync.v1 FileAccessEvent, clients from 2025.9).
 *
 * @param target full path that was touched
 * @param processChain the actor first, then its ancestors
 * @param accessTime seconds since 1970
 */
public record FileAccessEvent(
        @WireField(1) String ruleVersion,
        @WireField(2) String ruleName,
        @WireField(3) String target,
        @WireField(4) List<FileAccessProcess> processChain,
        @WireField(5) double accessTime,
        @WireField(6) EnumValue<FileAccessDecision> decision)
        implements Message {

    public FileAccessEvent {
        processChain = List.copyOf(processChain);
    }

    /** When the file was touched, to the microsecond; empty when the time is none. */
    public Optional<Instant> accessedAt() {
        return Seconds.instant(accessTime);
    }
}
