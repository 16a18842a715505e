package io.gatehouse.ledger.book;

import io.gatehouse.kernel.OrganizationScope;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells of the values that an entry commits to and that are gone: by whose order, and since when. */
@Component
final class ErasedValues {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final EntryStore store;
    private final EntryReader reader;
    private final Payloads payloads;

    ErasedValues(EntryStore store, EntryReader reader, Payloads payloads) {
        this.store = store;
        this.reader = reader;
        this.payloads = payloads;
    }

    List<EntryView.Erased> of(OrganizationScope scope, EntryStore.Row row) {
        Map<String, UUID> gone = new TreeMap<>(Subjects.of(scope, JSON.readTree(row.canonical())));
        gone.keySet()
                .removeAll(payloads.of(scope, List.of(row.id()))
                        .getOrDefault(row.id(), Map.of())
                        .keySet());
        if (gone.isEmpty()) {
            return List.of();
        }
        List<EntryView> orders = reader.read(scope, store.erasures(scope, new HashSet<>(gone.values())));
        return gone.entrySet().stream()
                .map(value -> erased(value.getKey(), value.getValue(), first(orders, value.getValue(), row)))
                .toList();
    }

    /** Ids of one server ascend with time, so the first order after the entry is the one that took its value. */
    private static @Nullable EntryView first(List<EntryView> orders, UUID subject, EntryStore.Row row) {
        return orders.stream()
                .filter(order -> order.object().id().equals(subject.toString()))
                .filter(order -> order.id().compareTo(row.id()) > 0)
                .findFirst()
                .orElse(null);
    }

    private static EntryView.Erased erased(String path, UUID subject, @Nullable EntryView order) {
        return order == null
                ? new EntryView.Erased(path, subject, null, null, null)
                : new EntryView.Erased(path, subject, order.id(), order.recordedAt(), order.actor());
    }
}
