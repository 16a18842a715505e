package io.gatehouse.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.kernel.Ids;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Sealer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The keys of subjects and periods, unwrapped. What is remembered saves unwrapping and finding them; whether a key still
 * exists the database says each time, so that no node seals or opens with one that another node destroyed.
 */
@Component
final class ErasableKeys {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 20_000;

    /** One key. */
    record Key(UUID id, String name, byte[] bytes) {}

    private record Name(OrganizationId organization, String name) {}

    private final ErasableKeyStore store;
    private final Sealer sealer;
    private final Cache<Name, Key> current = remembering();
    private final Cache<UUID, Key> known = remembering();

    ErasableKeys(ErasableKeyStore store, Sealer sealer) {
        this.store = store;
        this.sealer = sealer;
    }

    /** The keys of those names, made where there are none; those of {@code subjects} stay until the transaction ends. */
    Map<String, Key> toSeal(OrganizationId organization, Set<String> subjects, Set<String> periods) {
        Map<String, Key> keys = remembered(organization, subjects);
        Map<String, Key> ofPeriods = remembered(organization, periods);
        Set<UUID> existing = keys.isEmpty() && ofPeriods.isEmpty() ? Set.of() : store.keep(ids(keys), ids(ofPeriods));
        keys.putAll(ofPeriods);
        keys.values().removeIf(key -> !existing.contains(key.id()));
        while (!keys.keySet().containsAll(subjects)) {
            // Made by another transaction it may be destroyed before we hold it: then we make one.
            Map<String, Key> found = find(organization, missing(subjects, keys));
            Set<UUID> held = store.keep(ids(found), List.of());
            found.values().stream().filter(key -> held.contains(key.id())).forEach(key -> keys.put(key.name(), key));
        }
        if (!keys.keySet().containsAll(periods)) {
            keys.putAll(find(organization, missing(periods, keys)));
        }
        return keys;
    }

    /** Those of the keys that still exist. */
    Map<UUID, Key> toOpen(OrganizationId organization, Set<UUID> ids) {
        Map<UUID, Key> keys = new HashMap<>();
        for (ErasableKeyStore.Row row : ids.isEmpty() ? List.<ErasableKeyStore.Row>of() : store.of(organization, ids)) {
            keys.put(row.id(), unwrap(organization, row));
        }
        return keys;
    }

    private static List<UUID> ids(Map<String, Key> keys) {
        return keys.values().stream().map(Key::id).toList();
    }

    private Map<String, Key> remembered(OrganizationId organization, Set<String> names) {
        Map<String, Key> keys = new HashMap<>();
        for (String name : names) {
            Key key = current.getIfPresent(new Name(organization, name));
            if (key != null) {
                keys.put(name, key);
            }
        }
        return keys;
    }

    private Map<String, Key> find(OrganizationId organization, Set<String> names) {
        Map<String, Key> keys = read(organization, names);
        Set<String> missing = missing(names, keys);
        if (!missing.isEmpty()) {
            store.lock(organization);
            store.insert(
                    organization,
                    missing.stream().map(name -> make(organization, name)).toList());
            keys.putAll(read(organization, missing));
        }
        rememberOnceCommitted(organization, List.copyOf(keys.values()));
        return keys;
    }

    private Map<String, Key> read(OrganizationId organization, Set<String> names) {
        Map<String, Key> keys = new HashMap<>();
        store.named(organization, names).forEach(row -> keys.put(row.name(), unwrap(organization, row)));
        return keys;
    }

    private ErasableKeyStore.Row make(OrganizationId organization, String name) {
        UUID id = Ids.next();
        return new ErasableKeyStore.Row(id, name, sealer.seal(organization, purpose(id, name), AesGcm.newKey()));
    }

    private Key unwrap(OrganizationId organization, ErasableKeyStore.Row row) {
        Key key = known.getIfPresent(row.id());
        if (key == null) {
            byte[] bytes = sealer.open(organization, purpose(row.id(), row.name()), row.wrapped());
            key = new Key(row.id(), row.name(), bytes);
            known.put(row.id(), key);
        }
        return key;
    }

    private static String purpose(UUID id, String name) {
        return "erasable key " + id + " " + name;
    }

    private static Set<String> missing(Set<String> names, Map<String, Key> keys) {
        Set<String> missing = new HashSet<>(names);
        missing.removeAll(keys.keySet());
        return missing;
    }

    /** A key that was made in a transaction which then failed does not exist. */
    private void rememberOnceCommitted(OrganizationId organization, Collection<Key> keys) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keys.forEach(key -> current.put(new Name(organization, key.name()), key));
            }
        });
    }

    private static <K, V> Cache<K, V> remembering() {
        return Caffeine.newBuilder()
                .expireAfterWrite(REMEMBERED)
                .maximumSize(MOST_REMEMBERED)
                .build();
    }
}
