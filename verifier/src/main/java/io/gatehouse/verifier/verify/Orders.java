package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.json.Fields;
import io.gatehouse.verifier.json.JsonValue;
import io.gatehouse.verifier.note.VerifierKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What entries about the book itself order. */
public final class Orders {

    private final Map<Long, Order> erasures = new HashMap<>();
    private final Map<Long, DropOrder> drops = new HashMap<>();
    private final List<Rotation> rotations = new ArrayList<>();
    private final Holds holds;

    Orders(Holds holds) {
        this.holds = holds;
    }

    /** Who ordered something, when and why; {@code objectId} is whom or what it is about. */
    public record Order(
            long index,
            String actorType,
            @Nullable String actorId,
            @Nullable String objectId,
            Instant at,
            @Nullable String reason) {}

    /**
     * An order to drop entries.
     *
     * @param ranges last index by first index
     */
    public record DropOrder(Order order, String retentionClass, YearMonth month, NavigableMap<Long, Long> ranges) {

        boolean has(long index) {
            Map.@Nullable Entry<Long, Long> range = ranges.floorEntry(index);
            return range != null && index <= range.getValue();
        }
    }

    /** New keys of the log. */
    record Rotation(long index, List<VerifierKey> keys) {}

    /** Takes an entry; most order nothing. */
    void take(Entry entry) throws MalformedException {
        if (!entry.action().startsWith("ledger.")) {
            return;
        }
        switch (entry.action()) {
            case "ledger.erase" -> erasures.put(entry.index(), order(entry));
            case "ledger.drop" -> drops.put(entry.index(), drop(entry));
            case "ledger.key-rotate" -> rotations.add(rotation(entry));
            case "ledger.hold" -> holds.place(entry);
            case "ledger.hold-release" -> holds.release(entry);
            default -> {} // Something about the book that allows nothing.
        }
    }

    /** Whether an entry was taken that orders something to be erased or dropped. */
    boolean has(long index) {
        return erasures.containsKey(index) || drops.containsKey(index);
    }

    @Nullable
    Order erasure(long index) {
        return erasures.get(index);
    }

    @Nullable
    DropOrder drop(long index) {
        return drops.get(index);
    }

    /** The order to drop an entry. */
    @Nullable
    DropOrder dropping(long entry) {
        return drops.values().stream()
                .filter(drop -> drop.has(entry))
                .findFirst()
                .orElse(null);
    }

    List<Rotation> rotations() {
        return rotations;
    }

    static Order order(Entry entry) throws MalformedException {
        return new Order(
                entry.index(),
                entry.actorType(),
                entry.actorId(),
                entry.objectId(),
                entry.recordedAt(),
                entry.reason());
    }

    private static DropOrder drop(Entry entry) throws MalformedException {
        Fields after = entry.after().exactly(Set.of("class", "month", "count", "ranges"), Set.of());
        NavigableMap<Long, Long> ranges = new TreeMap<>();
        long count = 0;
        for (JsonValue item : after.items("ranges")) {
            if (!(item instanceof JsonValue.Items range) || range.items().size() != 2) {
                throw new MalformedException("\"ranges\" must be a list of [first,last]");
            }
            long first = Fields.integer(range.items().getFirst(), "ranges");
            long last = Fields.integer(range.items().getLast(), "ranges");
            if (last < first
                    || last >= entry.index()
                    || !ranges.isEmpty() && ranges.lastEntry().getValue() >= first) {
                throw new MalformedException("\"ranges\" must rise, and end before the entry that has them");
            }
            ranges.put(first, last);
            count += last - first + 1;
        }
        if (count != after.number("count")) {
            throw new MalformedException("\"count\" is not how many entries \"ranges\" has");
        }
        return new DropOrder(order(entry), after.text("class"), month(after.text("month")), ranges);
    }

    private static YearMonth month(String text) throws MalformedException {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new MalformedException("\"" + text + "\" is no month");
        }
    }

    private static Rotation rotation(Entry entry) throws MalformedException {
        List<VerifierKey> keys = new ArrayList<>();
        for (String key : entry.after().texts("keys")) {
            keys.add(VerifierKey.parse(key));
        }
        return new Rotation(entry.index(), keys);
    }
}
