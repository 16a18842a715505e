package io.gatehouse.ledger.export;

import io.gatehouse.ledger.log.LogExcerpts;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The last line, without which an export is not one.
 *
 * @param tombstones orders without a line of their own, by rising index
 * @param since size of the checkpoint that the reader kept; null when they have none
 * @param consistency with it
 */
record Trailer(
        LogExcerpts.Head head,
        List<Line> tombstones,
        List<LogExcerpts.Handover> handovers,
        @Nullable Long since,
        List<byte[]> consistency) {

    /**
     * @param keys the verifier keys that are published
     * @param token a time stamp over the checkpoint; null when there is none
     */
    String text(List<String> keys, byte @Nullable [] token) {
        return "{\"checkpoint\":" + LineText.text(head.note())
                + ",\"keys\":" + array(keys.stream().map(LineText::text).toList())
                + ",\"tombstones\":"
                + array(tombstones.stream().map(LineText::of).toList())
                + ",\"timestamps\":" + array(token == null ? List.of() : List.of(LineText.base64(token)))
                + ",\"handovers\":"
                + array(handovers.stream().map(Trailer::handover).toList())
                + ",\"consistency\":" + consistencyText()
                + "}";
    }

    private String consistencyText() {
        return since == null ? "null" : "{\"from\":" + since + ",\"proof\":" + LineText.hashes(consistency) + "}";
    }

    private static String handover(LogExcerpts.Handover handover) {
        return "{\"checkpoint\":" + LineText.text(handover.note()) + ",\"proof\":" + LineText.hashes(handover.proof())
                + "}";
    }

    private static String array(List<String> items) {
        return items.stream().collect(Collectors.joining(",", "[", "]"));
    }
}
