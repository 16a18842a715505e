package io.gatehouse.santa.sync.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.santa.policy.RuleKey;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the latest view of each policy in memory, and reads only what changed since. */
@Component
class Views {

    private static final View NOTHING = new View(-1, List.of());
    private static final int LOCKS = 64;

    private final LayerReader reader;
    private final Cache<UUID, View> policies;
    /** One reader for each policy: the others wait for what it reads. */
    private final List<Lock> locks =
            Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();

    Views(LayerReader reader, DeliverySettings settings) {
        this.reader = reader;
        this.policies = Caffeine.newBuilder()
                .maximumWeight(settings.cachedEntries())
                .weigher((UUID _, View view) -> view.entries().size() + 1)
                .build();
    }

    /** The policy's view, at least as new as the sequence. */
    View ofPolicy(OrganizationId organization, UUID policy, long atLeast) {
        View known = policies.getIfPresent(policy);
        return known != null && known.head() >= atLeast
                ? known
                : locked(policy, () -> {
                    View meanwhile = policies.getIfPresent(policy);
                    return meanwhile != null && meanwhile.head() >= atLeast
                            ? meanwhile
                            : read(organization, policy, null);
                });
    }

    /** The view of a device with an own layer, of this moment. */
    View ofDevice(OrganizationId organization, UUID policy, UUID device) {
        return locked(policy, () -> read(organization, policy, device));
    }

    /** Every key that a device with these tags and perhaps an own layer has or had a rule for. */
    List<RuleKey> everKnown(OrganizationId organization, List<UUID> everyTag, @Nullable UUID ownLayer) {
        return reader.keys(organization, everyTag, ownLayer);
    }

    private View read(OrganizationId organization, UUID policy, @Nullable UUID device) {
        View known = policies.getIfPresent(policy);
        View base = known == null ? NOTHING : known;
        LayerReader.Layers layers = reader.read(organization, policy, base.head(), device);
        View now = base.with(layers.head(), layers.entries());
        policies.put(policy, now);
        return now.with(Math.max(layers.head(), layers.ownHead()), layers.own());
    }

    private View locked(UUID policy, Supplier<View> work) {
        Lock lock = locks.get(Math.floorMod(policy.hashCode(), LOCKS));
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
