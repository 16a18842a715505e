package io.gatehouse.santa.durable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;

/** Items that wait to be written, bounded by their weight. */
final class GroupQueue<T> {

    private final GroupLimits limits;
    private final ToIntFunction<T> weight;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrival = lock.newCondition();
    private final ArrayDeque<Waiting<T>> items = new ArrayDeque<>();
    private int waiting;
    private boolean closed;

    GroupQueue(GroupLimits limits, ToIntFunction<T> weight) {
        this.limits = limits;
        this.weight = weight;
    }

    /** Adds an item; an item heavier than the bound is taken when nothing else waits. */
    Waiting<T> add(T item) {
        Waiting<T> added = new Waiting<>(item, weight.applyAsInt(item));
        lock.lock();
        try {
            if (closed) {
                throw new BusyException("The server is stopping");
            }
            if (waiting > 0 && waiting + added.weight() > limits.waiting()) {
                throw new BusyException("Too much is waiting to be stored");
            }
            items.add(added);
            waiting += added.weight();
            arrival.signal();
        } finally {
            lock.unlock();
        }
        return added;
    }

    /** Waits for items and takes as many as fit a group; none when closed and empty. */
    List<Waiting<T>> take() throws InterruptedException {
        lock.lock();
        try {
            while (items.isEmpty() && !closed) {
                arrival.await();
            }
            List<Waiting<T>> group = new ArrayList<>();
            int taken = 0;
            while (!items.isEmpty() && (group.isEmpty() || taken + items.peek().weight() <= limits.group())) {
                Waiting<T> next = items.remove();
                taken += next.weight();
                group.add(next);
            }
            waiting -= taken;
            return group;
        } finally {
            lock.unlock();
        }
    }

    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            arrival.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
