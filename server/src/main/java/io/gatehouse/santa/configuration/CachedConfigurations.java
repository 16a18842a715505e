package io.gatehouse.santa.configuration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps each organization's settings in memory, asks every few seconds whether their version is still the current one,
 * and reads them again only if not.
 */
@Component
final class CachedConfigurations implements EffectiveConfigurations {

    private static final long CHECK_MILLIS =
            Duration.ofSeconds(LONGEST_DELAY_SECONDS).toMillis();
    private static final int ORGANIZATIONS = 10_000;

    private final Cache<OrganizationId, Kept> kept =
            Caffeine.newBuilder().maximumSize(ORGANIZATIONS).build();
    /** What was committed through this node: anything older must not be used any more. */
    private final Map<OrganizationId, Long> committed = new ConcurrentHashMap<>();

    private final Transactions transactions;
    private final LayersStore store;
    private final Clock clock;

    CachedConfigurations(Transactions transactions, LayersStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Effective effective(OrganizationId organization, UUID deviceId, List<UUID> tagIds) {
        return layers(organization).effective(deviceId, tagIds);
    }

    /** Called after the commit of a change. */
    void changed(OrganizationId organization, long version) {
        committed.merge(organization, version, Math::max);
    }

    private Layers layers(OrganizationId organization) {
        Kept known = usable(organization);
        if (known != null && !known.claimsCheck(clock.millis())) {
            return known.layers();
        }
        Kept read = new Kept(read(organization, known), new AtomicLong(clock.millis()));
        kept.put(organization, read);
        return read.layers();
    }

    private @Nullable Kept usable(OrganizationId organization) {
        Kept known = kept.getIfPresent(organization);
        return known != null && known.layers().version() >= committed.getOrDefault(organization, 0L) ? known : null;
    }

    private Layers read(OrganizationId organization, @Nullable Kept known) {
        return transactions.read(OrganizationScope.system(organization), () -> {
            // The version first: a change in between then leaves older layers' version, never a newer one on old
            // layers.
            long version = store.version(organization);
            return known != null && known.layers().version() == version
                    ? known.layers()
                    : store.layers(organization, version);
        });
    }

    private record Kept(Layers layers, AtomicLong checkedAt) {

        /** Whether it is time to check; true for one caller only, so that the others go on meanwhile. */
        boolean claimsCheck(long now) {
            long last = checkedAt.get();
            return now - last >= CHECK_MILLIS && checkedAt.compareAndSet(last, now);
        }
    }
}
