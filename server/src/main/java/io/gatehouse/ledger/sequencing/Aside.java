package io.gatehouse.ledger.sequencing;

import io.gatehouse.kernel.OrganizationId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Organizations whose entries could not be sequenced: they wait for a while, so that they do not hold up the others. */
final class Aside {

    private static final Duration WHILE = Duration.ofSeconds(10);

    private final Map<OrganizationId, Long> since = new ConcurrentHashMap<>();

    void set(OrganizationId organization) {
        since.put(organization, System.nanoTime());
    }

    void isWell(OrganizationId organization) {
        since.remove(organization);
    }

    /** A batch went well: whoever took part in it, or had nothing to be taken, is not aside any more. */
    void othersAreWell() {
        since.keySet().retainAll(waiting());
    }

    /** Those whose while is not over. */
    Set<OrganizationId> waiting() {
        long now = System.nanoTime();
        return since.entrySet().stream()
                .filter(one -> now - one.getValue() < WHILE.toNanos())
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All that have failed and not been sequenced since. */
    Set<OrganizationId> all() {
        return Set.copyOf(since.keySet());
    }
}
