package io.gatehouse.verifier.honest;

import java.util.HexFormat;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the table for people, from the text of entries. */
final class HonestTable {

    private static final Pattern ENTRY = Pattern.compile("\\{\"action\":\"(?<action>.*?)\",\"actor\":\\{"
            + "\"id\":(?<actorId>.*?),\"name\":(?<actor>.*?),\"type\":\"(?<actorType>.*?)\"},\"after\":(?<after>.*),"
            + "\"before\":null,\"correlationId\":\"(?<correlation>.*?)\",\"id\":\"(?<id>.*?)\",\"object\":\\{"
            + "\"id\":\"(?<objectId>.*?)\",\"name\":(?<object>\".*?\"),\"type\":\"(?<objectType>.*?)\"},.*"
            + "\"reason\":(?<reason>.*?),\"recordedAt\":\"(?<at>.*?)\",\"version\":2}");

    private final List<HonestEntry> entries;
    private final IntPredicate filter;
    private final boolean withheld;

    HonestTable(List<HonestEntry> entries, IntPredicate filter, boolean withheld) {
        this.entries = entries;
        this.filter = filter;
        this.withheld = withheld;
    }

    String write() {
        return "index,recorded_at,actor_type,actor_id,actor,action,object_type,object_id,object,reason,before,after,"
                + "correlation_id,id,leaf_hash\r\n"
                + entries.stream()
                        .filter(entry -> filter == null || filter.test(entry.index))
                        .map(this::row)
                        .collect(Collectors.joining());
    }

    private String row(HonestEntry entry) {
        String leaf = HexFormat.of().formatHex(entry.leaf());
        if (entry.droppedBy >= 0) {
            return entry.index + ",,,,,(dropped),,,,,,,,," + leaf + "\r\n";
        }
        Matcher parts = ENTRY.matcher(entry.restored(withheld));
        if (!parts.matches()) {
            throw new IllegalStateException(entry.json);
        }
        String after = parts.group("after");
        return Stream.of(
                        "" + entry.index,
                        parts.group("at"),
                        parts.group("actorType"),
                        unquoted(parts.group("actorId")),
                        unquoted(parts.group("actor")),
                        parts.group("action"),
                        parts.group("objectType"),
                        parts.group("objectId"),
                        unquoted(parts.group("object")),
                        unquoted(parts.group("reason")),
                        "",
                        after.equals("null") ? "" : after,
                        parts.group("correlation"),
                        parts.group("id"),
                        leaf)
                .map(cell -> cell.startsWith("=") ? "'" + cell : cell)
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String unquoted(String json) {
        return json.equals("null") ? "" : json.substring(1, json.length() - 1).replace("\\n", "\n");
    }
}
