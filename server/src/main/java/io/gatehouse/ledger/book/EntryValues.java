package io.gatehouse.ledger.book;

import io.gatehouse.kernel.OrganizationScope;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The values that entries commit to, as whoever checks them needs them. Reads in the caller's open transaction. */
@Component
public final class EntryValues {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Payloads payloads;

    EntryValues(Payloads payloads) {
        this.payloads = payloads;
    }

    /** An entry by its canonical bytes. */
    public record Entry(UUID id, byte[] canonical) {}

    /**
     * A value.
     *
     * @param subject who may have it erased
     * @param told null when it is gone
     */
    public record Value(UUID subject, @Nullable Salted told) {}

    /**
     * What a commitment was made of.
     *
     * @param json canonical
     */
    public record Salted(byte[] salt, String json) {}

    /** Of each entry in its turn, by the values' JSON pointers. */
    public List<SortedMap<String, Value>> of(OrganizationScope scope, List<Entry> entries) {
        Map<UUID, Map<String, Commitment>> kept =
                payloads.of(scope, entries.stream().map(Entry::id).toList());
        return entries.stream()
                .map(entry -> values(scope, entry, kept.getOrDefault(entry.id(), Map.of())))
                .toList();
    }

    /** Whose values an entry commits to, without a look at them. */
    public static Map<String, UUID> subjects(OrganizationScope scope, byte[] canonical) {
        return Subjects.of(scope, JSON.readTree(canonical));
    }

    private static SortedMap<String, Value> values(OrganizationScope scope, Entry entry, Map<String, Commitment> kept) {
        SortedMap<String, Value> values = new TreeMap<>();
        subjects(scope, entry.canonical()).forEach((path, subject) -> {
            Commitment commitment = kept.get(path);
            values.put(
                    path,
                    new Value(subject, commitment == null ? null : new Salted(commitment.salt(), commitment.json())));
        });
        return values;
    }
}
