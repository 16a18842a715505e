package io.gatehouse.santa.events.intake;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.kernel.OrganizationId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known to be in the database already, so that it need not be written again. Only what was committed is
 * remembered, and rows of these tables are never taken away while the server runs, so that it stays true on any number of
 * nodes; what was forgotten is written again, which changes nothing.
 */
final class Memory {

    private static final int MOST_SOFTWARE = 100_000;
    private static final int MOST_PAIRS = 200_000;
    private static final int MOST_USERS = 50_000;
    private static final int MOST_VARIANTS = 20_000;
    private static final int MOST_BUNDLES = 20_000;

    private record Pair(long software, UUID device) {}

    private record User(String name, UUID device) {}

    private record Variant(long software, long facts) {}

    private record Bundle(OrganizationId organization, String hash) {}

    private final Cache<SoftwareKey, Known> software = bounded(MOST_SOFTWARE);
    private final Cache<Pair, Boolean> pairs = bounded(MOST_PAIRS);
    private final Cache<User, Boolean> users = bounded(MOST_USERS);
    private final Cache<Variant, Boolean> variants = bounded(MOST_VARIANTS);
    private final Cache<Bundle, Boolean> complete = bounded(MOST_BUNDLES);

    private static <K, V> Cache<K, V> bounded(int size) {
        return Caffeine.newBuilder().maximumSize(size).build();
    }

    @Nullable
    Known software(SoftwareKey key) {
        return software.getIfPresent(key);
    }

    void remember(SoftwareKey key, Known known) {
        software.put(key, known);
    }

    boolean pair(long id, UUID device) {
        return pairs.getIfPresent(new Pair(id, device)) != null;
    }

    void rememberPair(long id, UUID device) {
        pairs.put(new Pair(id, device), true);
    }

    boolean user(String name, UUID device) {
        return users.getIfPresent(new User(name, device)) != null;
    }

    void rememberUser(String name, UUID device) {
        users.put(new User(name, device), true);
    }

    /** Whether differing facts were already offered to the row. */
    boolean variant(long id, long facts) {
        return variants.getIfPresent(new Variant(id, facts)) != null;
    }

    void rememberVariant(long id, long facts) {
        variants.put(new Variant(id, facts), true);
    }

    /** Whether all members of the bundle are known. */
    boolean complete(OrganizationId organization, String hash) {
        return complete.getIfPresent(new Bundle(organization, hash)) != null;
    }

    void rememberComplete(OrganizationId organization, String hash) {
        complete.put(new Bundle(organization, hash), true);
    }
}
