package io.gatehouse.testkit.tlog;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether a log says who had its missing entries dropped: a later {@code ledger.drop} has their indexes. */
final class DropOrders {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DropOrders() {}

    static void check(List<byte[]> entries) {
        Set<Long> missing = new TreeSet<>();
        for (int index = 0; index < entries.size(); index++) {
            if (entries.get(index).length == 0) {
                missing.add((long) index);
            } else {
                JsonNode entry = JSON.readTree(entries.get(index));
                if (entry.at("/action").asString().equals("ledger.drop")) {
                    missing.removeIf(dropped -> isOf(entry.at("/after/ranges"), dropped));
                }
            }
        }
        Faults.unless(missing.isEmpty(), "Nobody ordered to drop the entries " + missing);
    }

    private static boolean isOf(JsonNode ranges, long index) {
        return ranges.valueStream()
                .anyMatch(range -> range.at("/0").asLong() <= index
                        && index <= range.at("/1").asLong());
    }
}
