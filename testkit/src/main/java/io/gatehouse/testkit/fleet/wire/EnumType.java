package io.gatehouse.testkit.fleet.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An enum of the protocol: several names may stand for one number, the first of them is the one that is written. */
public final class EnumType {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<Integer, String> names = new HashMap<>();

    /** Reads a line such as {@code 1 NORMAL normal}. */
    void add(String line) {
        String[] words = line.strip().split("\\s+");
        int number = Integer.parseInt(words[0]);
        names.put(number, words[1]);
        for (int index = 1; index < words.length; index++) {
            numbers.put(words[index], number);
        }
    }

    /** The number of a name that is known to exist. */
    public int number(String name) {
        return Objects.requireNonNull(numbers.get(name), () -> "no enum value " + name);
    }

    /** The number of any spelling, or null where the protocol knows none. */
    @Nullable
    Integer find(String name) {
        return numbers.get(name);
    }

    /** The written name, or null for a number that the protocol does not know. */
    public @Nullable String name(int number) {
        return names.get(number);
    }
}
