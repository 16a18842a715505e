package io.gatehouse.notifications.deliveries;

import io.gatehouse.ledger.NewEntry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the book says of destinations. */
final class DestinationEntries {

    private DestinationEntries() {}

    static NewEntry of(String action, Destination destination) {
        return NewEntry.of(action, "destination", destination.id(), destination.name());
    }

    static NewEntry disabledByItself(Destination destination) {
        return of("destination.disable", destination)
                .because("The destination answered that it wants no messages any more")
                .change(Map.of("state", "ENABLED"), Map.of("state", "DISABLED"));
    }

    static Map<String, @Nullable Object> fields(Destination destination) {
        return Map.of("name", destination.name(), "url", destination.url().toString(), "types", destination.types());
    }
}
