package io.gatehouse.ledger.watch;

import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which indexes orders in the book let go. */
final class Drops {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Last index of each range by its first. */
    private final TreeMap<Long, Long> ranges = new TreeMap<>();

    /** @param orders canonical bytes of the orders */
    Drops(List<byte[]> orders) {
        for (byte[] order : orders) {
            for (JsonNode range : JSON.readTree(order).at("/after/ranges")) {
                ranges.merge(range.path(0).asLong(-1), range.path(1).asLong(-1), Math::max);
            }
        }
    }

    boolean cover(long index) {
        var range = ranges.floorEntry(index);
        return range != null && index <= range.getValue();
    }
}
