package io.gatehouse.testkit.fleet.oracle;

import io.gatehouse.testkit.fleet.SimulatedMac;
import io.gatehouse.testkit.fleet.rules.RuleRow;
import io.gatehouse.testkit.fleet.rules.RuleType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares what a Mac holds with what it must hold and names every difference. */
public final class Oracle {
    private Oracle() {}

    /**
     * One row that is not as intended: {@code held} is null where the Mac lacks it, {@code intended} where it should not
     * be there.
     */
    public record Difference(
            String machineId,
            @Nullable RuleRow intended,
            @Nullable RuleRow held) {
        @Override
        public String toString() {
            return machineId + ": intended " + intended + ", held " + held;
        }
    }

    private record Key(RuleType type, String identifier) {
        static Key of(RuleRow row) {
            return new Key(row.type(), row.identifier());
        }
    }

    /** Every difference, in a stable order; rows that the Mac made itself do not count. */
    public static List<Difference> check(SimulatedMac mac, Set<RuleRow> intended) {
        return check(mac.profile().machineId(), mac.rules(), intended);
    }

    static List<Difference> check(String machineId, Collection<RuleRow> table, Set<RuleRow> intended) {
        var held = byKey(table.stream().filter(row -> !row.policy().madeByHost()));
        var wanted = byKey(intended.stream());
        List<Difference> differences = new ArrayList<>();
        Stream.concat(held.keySet().stream(), wanted.keySet().stream())
                .distinct()
                .sorted(Comparator.comparing(Key::type).thenComparing(Key::identifier))
                .filter(key -> !Objects.equals(held.get(key), wanted.get(key)))
                .forEach(key -> differences.add(new Difference(machineId, wanted.get(key), held.get(key))));
        return differences;
    }

    private static Map<Key, RuleRow> byKey(Stream<RuleRow> rows) {
        return rows.collect(Collectors.toMap(Key::of, Function.identity()));
    }
}
