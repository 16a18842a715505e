package io.gatehouse.ledger.export;

import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an export says of one leaf.
 *
 * @param proof of inclusion; null when all entries have a line
 */
record Line(
        long index,
        byte[] leafHash,
        Content content,
        @Nullable List<byte[]> proof) {

    /** What became of the entry. */
    sealed interface Content {
        /**
         * It is there.
         *
         * @param values by their JSON pointers
         */
        record Kept(byte[] canonical, SortedMap<String, Value> values) implements Content {}

        /** It was dropped by the entry of that index. */
        record Dropped(long order) implements Content {}
    }

    /** What is told of a value that an entry commits to. */
    sealed interface Value {
        /** All of it. */
        record Told(byte[] salt, String json) implements Value {}

        /** That it was erased by the entry of that index. */
        record Erased(long order) implements Value {}

        /** Nothing, as was asked for. */
        record Withheld() implements Value {}
    }

    /** Indexes of the entries that it refers to. */
    Stream<Long> orders() {
        return switch (content) {
            case Content.Dropped dropped -> Stream.of(dropped.order());
            case Content.Kept kept ->
                kept.values().values().stream()
                        .filter(Value.Erased.class::isInstance)
                        .map(value -> ((Value.Erased) value).order());
        };
    }
}
