package io.gatehouse.identity.live;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Signals;
import io.gatehouse.kernel.Signals.Topic;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Hints that wait for one open console. They are merged by topic, so that a slow console costs no memory. */
final class LiveStream {

    private final PersonId person;
    private final OrganizationId organization;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Topic, Integer> waiting = new EnumMap<>(Topic.class);
    private boolean closed;
    private volatile @Nullable OrganizationId provider;

    LiveStream(PersonId person, OrganizationId organization) {
        this.person = person;
        this.organization = organization;
    }

    PersonId person() {
        return person;
    }

    OrganizationId organization() {
        return organization;
    }

    /** Whose people decide, beside the organization's own, whether this stream goes on. */
    void standsBy(@Nullable OrganizationId provider) {
        this.provider = provider;
    }

    /** What the hint is to this stream; null when it is none of its business. */
    @Nullable
    Topic heard(Signals.Signal signal) {
        if (organization.equals(signal.organization())) {
            return signal.topic();
        }
        return signal.topic() == Topic.PEOPLE && signal.organization().equals(provider) ? Topic.PEOPLE : null;
    }

    void offer(Topic topic, int count) {
        lock.lock();
        try {
            waiting.merge(topic, count, Integer::sum);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** What has gathered; waits for it, and gives nothing when the time is over or the stream was closed. */
    Map<Topic, Integer> take(Duration longest) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = longest.toNanos();
            while (waiting.isEmpty() && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            Map<Topic, Integer> taken = Map.copyOf(waiting);
            waiting.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Waits whatever is offered, unless closed. */
    void rest(Duration pause) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = pause.toNanos();
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
