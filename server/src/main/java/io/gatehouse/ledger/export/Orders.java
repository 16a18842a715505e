package io.gatehouse.ledger.export;

import io.gatehouse.ledger.watch.MismatchException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which entry ordered that a value or an entry is gone. */
final class Orders {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Dropped(long last, long order) {}

    private final Map<String, NavigableSet<Long>> erasures = new HashMap<>();
    private final NavigableMap<Long, Dropped> drops = new TreeMap<>();
    private final List<Long> rotations = new ArrayList<>();
    private final Set<Long> all = new HashSet<>();

    Orders(List<ExportStore.Order> orders) {
        orders.forEach(this::add);
    }

    /** The first order after the entry to erase what is the subject's. */
    long erasure(long entry, UUID subject) {
        Long order = erasures.getOrDefault(subject.toString(), new TreeSet<>()).higher(entry);
        if (order == null) {
            throw MismatchException.valueMissing(entry);
        }
        return order;
    }

    /** The order to drop the entry. */
    long drop(long entry) {
        Map.Entry<Long, Dropped> range = drops.floorEntry(entry);
        if (range == null || range.getValue().last() < entry) {
            throw MismatchException.missing(entry);
        }
        return range.getValue().order();
    }

    /** Whether the entry is one of them. */
    boolean has(long entry) {
        return all.contains(entry);
    }

    /** Entries that tell of new keys. */
    List<Long> rotations() {
        return rotations;
    }

    private void add(ExportStore.Order order) {
        all.add(order.index());
        switch (order.action()) {
            case "ledger.erase" ->
                erasures.computeIfAbsent(order.object(), _ -> new TreeSet<>()).add(order.index());
            case "ledger.drop" -> addDrop(order);
            default -> rotations.add(order.index());
        }
    }

    private void addDrop(ExportStore.Order order) {
        for (JsonNode range : JSON.readTree(order.canonical()).at("/after/ranges")) {
            drops.put(range.get(0).asLong(), new Dropped(range.get(1).asLong(), order.index()));
        }
    }
}
