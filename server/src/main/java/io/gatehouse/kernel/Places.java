package io.gatehouse.kernel;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Bounds how much goes on at once: altogether, and for each organization, so that none takes the places of all others. */
public final class Places {

    private final Semaphore all;
    private final int each;
    private final Duration patience;
    private final ConcurrentHashMap<OrganizationId, Share> shares = new ConcurrentHashMap<>();

    /**
     * That many places.
     *
     * @param each that one organization has at most
     * @param patience how long somebody waits for a place
     */
    public Places(int all, int each, Duration patience) {
        this.all = new Semaphore(all);
        this.each = each;
        this.patience = patience;
    }

    /** One place, until it is closed. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    private record Share(Semaphore free, int users) {
        Share with(int more) {
            return new Share(free, users + more);
        }
    }

    /** A place; empty when none became free in time. */
    public Optional<Place> enter(OrganizationId organization) {
        Semaphore own = shares.compute(
                        organization, (_, share) -> share == null ? new Share(new Semaphore(each), 1) : share.with(1))
                .free();
        // The organization's own first: whoever waits for that holds nothing of the others'.
        if (!acquired(own)) {
            forget(organization);
            return Optional.empty();
        }
        if (!acquired(all)) {
            own.release();
            forget(organization);
            return Optional.empty();
        }
        return Optional.of(() -> {
            all.release();
            own.release();
            forget(organization);
        });
    }

    private boolean acquired(Semaphore semaphore) {
        try {
            return semaphore.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void forget(OrganizationId organization) {
        shares.compute(organization, (_, share) -> share == null || share.users() == 1 ? null : share.with(-1));
    }
}
