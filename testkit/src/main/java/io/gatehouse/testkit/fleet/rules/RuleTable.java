package io.gatehouse.testkit.fleet.rules;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.openhft.hashing.LongTupleHashFunction;
import org.jspecify.annotations.Nullable;

/** A Mac's rules in the order of their last writing: a rewritten row moves to the end, as SQLite's replace does. */
public final class RuleTable {
    private record Key(RuleType type, String identifier) {}

    private final Map<Key, RuleRow> rows = new LinkedHashMap<>();
    private @Nullable String knownHash;

    /** Writes a row, in place of the one for its type and identifier. */
    public void write(RuleRow row) {
        Key key = new Key(row.type(), row.identifier());
        rows.remove(key);
        rows.put(key, row);
        knownHash = null;
    }

    /** Writes the row, or deletes its counterpart where its policy is REMOVE. */
    public void apply(RuleRow row) {
        if (row.policy() == RulePolicy.REMOVE) {
            remove(row.type(), row.identifier());
        } else {
            write(row);
        }
    }

    private void remove(RuleType type, String identifier) {
        rows.remove(new Key(type, identifier));
        knownHash = null;
    }

    /** Deletes every row that a clean sync deletes. */
    public void clean(boolean transitiveToo) {
        rows.values().removeIf(row -> transitiveToo || row.policy() != RulePolicy.TRANSITIVE);
        knownHash = null;
    }

    /** The row for that type and identifier, null where there is none. */
    public @Nullable RuleRow find(RuleType type, String identifier) {
        return rows.get(new Key(type, identifier));
    }

    /** The rows in table order. */
    public Collection<RuleRow> rows() {
        return List.copyOf(rows.values());
    }

    /** How many rows are of a type; transitive ones are rows of type BINARY. */
    public int count(RuleType type) {
        return count(row -> row.type() == type);
    }

    /** How many rows have a policy. */
    public int count(RulePolicy policy) {
        return count(row -> row.policy() == policy);
    }

    private int count(Predicate<RuleRow> wanted) {
        return (int) rows.values().stream().filter(wanted).count();
    }

    /** XXH3-128 over identifier, CEL text, state and type of each row that is not transitive, in table order. */
    public String hash() {
        if (knownHash == null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows.size() * 80);
            rows.values().stream()
                    .filter(row -> row.policy() != RulePolicy.TRANSITIVE)
                    .forEach(row -> append(bytes, row));
            long[] halves = LongTupleHashFunction.xx128().hashBytes(bytes.toByteArray());
            knownHash = String.format("%016x%016x", halves[1], halves[0]);
        }
        return knownHash;
    }

    private static void append(ByteArrayOutputStream bytes, RuleRow row) {
        bytes.writeBytes(row.identifier().getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(row.cel().getBytes(StandardCharsets.UTF_8));
        ByteBuffer numbers = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.writeBytes(numbers.putInt(row.policy().stored())
                .putInt(row.type().stored())
                .array());
    }
}
