package io.gatehouse.santa.events.search;

import io.gatehouse.santa.protocol.vocabulary.Decision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions are wanted.
 *
 * @param numbers of the protocol; 0 stands for all that this version does not know
 * @param text as a Mac said it, when an unknown decision is asked for
 */
record DecisionFilter(List<Short> numbers, @Nullable String text) {

    private static final short UNKNOWN = 0;

    /** All executions that were stopped. */
    static final List<Short> BLOCKING = numbersOf(Decision::blocks);

    private static final List<Short> ALLOWING =
            numbersOf(decision -> !decision.blocks() && decision != Decision.BUNDLE_BINARY);

    /**
     * Reads the parameter: names of decisions separated by commas, {@code BLOCKED} and {@code ALLOWED} for all of a kind,
     * or one text that a Mac sent and this version does not know.
     */
    static DecisionFilter of(@Nullable String asked) {
        List<Short> numbers = new ArrayList<>();
        if (asked == null || asked.isBlank()) {
            numbers.addAll(numbersOf(_ -> true));
            numbers.add(UNKNOWN);
            return new DecisionFilter(List.copyOf(numbers), null);
        }
        for (String name : asked.split(",")) {
            List<Short> found = numbersOf(name.strip());
            if (found.isEmpty()) {
                return new DecisionFilter(List.of(UNKNOWN), asked.strip());
            }
            numbers.addAll(found);
        }
        return new DecisionFilter(numbers.stream().distinct().toList(), null);
    }

    /** The name of a stored decision. */
    static String name(short number, @Nullable String text) {
        if (text != null) {
            return text;
        }
        return Arrays.stream(Decision.values())
                .filter(decision -> decision.number() == number)
                .map(Decision::name)
                .findFirst()
                .orElse("");
    }

    Short[] array() {
        return numbers.toArray(Short[]::new);
    }

    private static List<Short> numbersOf(String name) {
        return switch (name) {
            case "BLOCKED" -> BLOCKING;
            case "ALLOWED" -> ALLOWING;
            default -> numbersOf(decision -> decision.name().equals(name));
        };
    }

    private static List<Short> numbersOf(Predicate<Decision> wanted) {
        return Arrays.stream(Decision.values())
                .filter(wanted)
                .map(decision -> (short) decision.number())
                .toList();
    }
}
