package io.gatehouse.ledger.export;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Lines as JSON. Entries and values stand there byte for byte as they were hashed, so no mapper writes them. */
final class LineText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LineText() {}

    static String of(Line line) {
        return "{\"index\":" + line.index() + ",\"leaf\":" + base64(line.leafHash()) + ","
                + switch (line.content()) {
                    case Line.Content.Dropped dropped -> "\"dropped\":" + dropped.order();
                    case Line.Content.Kept kept ->
                        "\"entry\":" + new String(kept.canonical(), StandardCharsets.UTF_8) + ",\"values\":"
                                + values(kept.values());
                }
                + (line.proof() == null ? "" : ",\"proof\":" + hashes(line.proof()))
                + "}";
    }

    static String hashes(List<byte[]> hashes) {
        return hashes.stream().map(LineText::base64).collect(Collectors.joining(",", "[", "]"));
    }

    static String text(String text) {
        return JSON.writeValueAsString(text);
    }

    private static String values(SortedMap<String, Line.Value> values) {
        return values.entrySet().stream()
                .map(value -> text(value.getKey()) + ":" + value(value.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(Line.Value value) {
        return switch (value) {
            case Line.Value.Told told -> "{\"salt\":" + base64(told.salt()) + ",\"value\":" + told.json() + "}";
            case Line.Value.Erased erased -> "{\"erased\":" + erased.order() + "}";
            case Line.Value.Withheld _ -> "{\"withheld\":true}";
        };
    }

    static String base64(byte[] bytes) {
        return "\"" + Base64.getEncoder().encodeToString(bytes) + "\"";
    }
}
