package io.gatehouse.santa.durable;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects the items that concurrent callers bring and writes them in one transaction: while one commits, the next group
 * gathers, so that a commit costs the same for one caller and for a hundred.
 *
 * <p>An item that the database refuses does not harm those that came with it: they are written again one by one.
 */
public final class GroupCommit<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final int ATTEMPTS = 3;

    /** Deadlock and serialization failure: the same transaction succeeds when tried again. */
    private static final Set<String> PASSING = Set.of("40P01", "40001");

    private final DataSource dataSource;
    private final GroupWriter<T> writer;
    private final GroupQueue<T> queue;
    private final GroupLimits limits;
    private final Thread worker;

    /**
     * Starts the writing thread.
     *
     * @param name of the thread
     * @param weight of an item, see {@link GroupLimits}
     */
    public GroupCommit(
            String name, DataSource dataSource, GroupLimits limits, ToIntFunction<T> weight, GroupWriter<T> writer) {
        this.dataSource = dataSource;
        this.writer = writer;
        this.limits = limits;
        this.queue = new GroupQueue<>(limits, weight);
        this.worker = Thread.ofPlatform().name(name).start(this::run);
    }

    /**
     * Returns once the item is durable.
     *
     * @throws BusyException when it is not, or not known to be
     */
    public void submit(T item) {
        queue.add(item).await(limits.patience());
    }

    /** Weight of all items that wait at present. */
    public int waiting() {
        return queue.waiting();
    }

    /** Writes what waits, takes nothing more. */
    @Override
    public void close() {
        queue.close();
        try {
            worker.join(limits.patience());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            for (List<Waiting<T>> group = queue.take(); !group.isEmpty(); group = queue.take()) {
                writeGroup(group);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void writeGroup(List<Waiting<T>> group) {
        try {
            writePatiently(group);
            group.forEach(Waiting::done);
        } catch (SQLException | RuntimeException e) {
            if (group.size() > 1 && blamesAnItem(e)) {
                group.forEach(item -> writeGroup(List.of(item)));
            } else {
                LOG.error("{} item(s) could not be stored", group.size(), e);
                group.forEach(item -> item.failed(e));
            }
        }
    }

    private void writePatiently(List<Waiting<T>> group) throws SQLException {
        List<T> items = new ArrayList<>(group.size());
        group.forEach(waiting -> items.add(waiting.item()));
        for (int attempt = 1; ; attempt++) {
            try {
                writeOnce(items);
                return;
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !PASSING.contains(e.getSQLState())) {
                    throw e;
                }
            }
        }
    }

    private void writeOnce(List<T> items) throws SQLException {
        Runnable afterwards;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                afterwards = writer.write(connection, items);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
        afterwards.run();
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** Whether other items may succeed: not when the database itself cannot be reached or is in trouble. */
    private static boolean blamesAnItem(Exception e) {
        if (e instanceof SQLException refusal) {
            String state = refusal.getSQLState();
            return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("54"));
        }
        return true;
    }
}
