package io.gatehouse.ledger.book;

import io.gatehouse.kernel.ErasableSealer;
import io.gatehouse.kernel.ErasableSealer.Plain;
import io.gatehouse.kernel.ErasableSealer.Sealed;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.ledger.RetentionClass;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Keeps the values that entries commit to, sealed so that they can be forgotten. */
@Component
final class Payloads {

    private record Value(EntryStore.Written entry, Commitment commitment) {

        static Stream<Value> of(EntryStore.Written entry) {
            return entry.canonical().commitments().stream().map(commitment -> new Value(entry, commitment));
        }

        Plain plain(Instant at) {
            return new Plain(
                    commitment.subject(),
                    RetentionClass.of(entry.entry().action()).period(at),
                    purpose(entry.id(), commitment.path()),
                    commitment.payload());
        }

        EntryStore.Payload sealed(byte[] bytes) {
            return new EntryStore.Payload(entry.id(), commitment.path(), commitment.subject(), bytes);
        }
    }

    private final EntryStore store;
    private final ErasableSealer sealer;

    Payloads(EntryStore store, ErasableSealer sealer) {
        this.store = store;
        this.sealer = sealer;
    }

    void keep(OrganizationScope scope, Instant at, List<EntryStore.Written> entries) {
        List<Value> values = entries.stream().flatMap(Value::of).toList();
        List<byte[]> sealed =
                sealer.seal(scope, values.stream().map(value -> value.plain(at)).toList());
        store.insertPayloads(
                scope,
                IntStream.range(0, values.size())
                        .mapToObj(i -> values.get(i).sealed(sealed.get(i)))
                        .toList());
    }

    /** What was not erased, by entry and path. */
    Map<UUID, Map<String, Commitment>> of(OrganizationScope scope, Collection<UUID> entries) {
        List<EntryStore.Payload> payloads = store.payloads(scope, entries);
        List<Optional<byte[]>> opened = sealer.open(
                scope,
                payloads.stream()
                        .map(payload -> new Sealed(purpose(payload.entry(), payload.path()), payload.sealed()))
                        .toList());
        Map<UUID, Map<String, Commitment>> values = new HashMap<>();
        for (int i = 0; i < payloads.size(); i++) {
            EntryStore.Payload payload = payloads.get(i);
            opened.get(i)
                    .ifPresent(bytes -> values.computeIfAbsent(payload.entry(), _ -> new HashMap<>())
                            .put(payload.path(), Commitment.of(payload.path(), payload.subject(), bytes)));
        }
        return values;
    }

    /** Names one sealed value, so that no value can be passed off as another. */
    private static String purpose(UUID entry, String path) {
        return "ledger payload " + entry + " " + path;
    }
}
