package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.json.Fields;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Legal holds: what must neither be erased nor dropped, from the hold's entry to the one that releases it. */
public final class Holds {

    private final List<Hold> holds = new ArrayList<>();
    private final Map<String, TreeSet<Long>> releases = new HashMap<>();

    /**
     * A hold.
     *
     * @param subjects whose values; empty means everybody's
     * @param from when the first entries that it covers were recorded; null means from the beginning
     * @param to before when the last were; null means without end
     */
    public record Hold(
            long index,
            String id,
            Set<String> subjects,
            @Nullable Instant from,
            @Nullable Instant to) {

        private boolean covers(String subject, Instant recordedAt) {
            return (subjects.isEmpty() || subjects.contains(subject))
                    && (from == null || !recordedAt.isBefore(from))
                    && (to == null || recordedAt.isBefore(to));
        }

        /** Whose values were in what is dropped cannot be seen any more, so only a hold over everybody's counts. */
        private boolean covers(YearMonth month) {
            return subjects.isEmpty()
                    && (from == null || from.isBefore(start(month.plusMonths(1))))
                    && (to == null || to.isAfter(start(month)));
        }

        private static Instant start(YearMonth month) {
            return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        }
    }

    void place(Entry entry) throws MalformedException {
        Fields after = entry.after().exactly(Set.of("subjects", "from", "to", "confirmedBy", "reviewAt"), Set.of());
        holds.add(new Hold(
                entry.index(),
                id(entry),
                Set.copyOf(after.texts("subjects")),
                time(after.optionalText("from")),
                time(after.optionalText("to"))));
    }

    void release(Entry entry) throws MalformedException {
        releases.computeIfAbsent(id(entry), _ -> new TreeSet<>()).add(entry.index());
    }

    /** The hold over a value when an order to erase it was given. */
    Optional<Hold> covering(long order, String subject, Instant recordedAt) {
        return holds.stream()
                .filter(hold -> isActive(hold, order) && hold.covers(subject, recordedAt))
                .findFirst();
    }

    /** The hold over a month when an order to drop it was given. */
    Optional<Hold> covering(long order, YearMonth month) {
        return holds.stream()
                .filter(hold -> isActive(hold, order) && hold.covers(month))
                .findFirst();
    }

    /** The holds that are not released. */
    List<Hold> active() {
        return holds.stream()
                .filter(hold -> isActive(hold, Long.MAX_VALUE))
                .sorted(Comparator.comparingLong(Hold::index))
                .toList();
    }

    private boolean isActive(Hold hold, long index) {
        if (hold.index() > index) {
            return false;
        }
        TreeSet<Long> ends = releases.get(hold.id());
        Long release = ends == null ? null : ends.higher(hold.index());
        return release == null || release > index;
    }

    private static String id(Entry entry) throws MalformedException {
        String id = entry.objectId();
        if (id == null) {
            throw new MalformedException("it names no hold");
        }
        return id;
    }

    private static @Nullable Instant time(@Nullable String text) throws MalformedException {
        return text == null ? null : Entry.time(text);
    }
}
