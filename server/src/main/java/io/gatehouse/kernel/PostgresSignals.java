package io.gatehouse.kernel;

import io.gatehouse.postgres.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** LISTEN and NOTIFY on one connection outside the pool. Hints are merged for half a second before they are sent. */
@Component
final class PostgresSignals implements Signals, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresSignals.class);
    private static final String CHANNEL = "gatehouse";
    private static final Duration MERGE = Duration.ofMillis(500);

    private record Key(OrganizationId organization, Topic topic) {}

    private final Database database;
    private final Map<Key, Integer> pending = new ConcurrentHashMap<>();
    private final List<Consumer<Signal>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Thread worker;

    PostgresSignals(Database database) {
        this.database = database;
    }

    @Override
    public void announce(OrganizationId organization, Topic topic, int count) {
        pending.merge(new Key(organization, topic), count, Integer::sum);
    }

    @Override
    public Subscription subscribe(Consumer<Signal> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void start() {
        Thread thread = Thread.ofPlatform().name("signals").daemon().unstarted(this::run);
        // Known before it runs: the thread ends as soon as it is not the worker.
        worker = thread;
        thread.start();
    }

    @Override
    public void stop() {
        Thread running = worker;
        worker = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    private void run() {
        while (Objects.equals(worker, Thread.currentThread())) {
            try (Connection connection = DriverManager.getConnection(
                            database.url(), database.applicationUser(), database.applicationPassword());
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
                exchange(connection);
            } catch (SQLException e) {
                pauseAfter(e);
            }
        }
    }

    private void pauseAfter(SQLException failure) {
        if (worker == null) {
            return;
        }
        LOG.warn("Live updates are interrupted, trying again: {}", failure.getMessage());
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void exchange(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (Objects.equals(worker, Thread.currentThread())) {
            send(connection);
            PGNotification[] heard = postgres.getNotifications((int) MERGE.toMillis());
            if (heard != null) {
                for (PGNotification notification : heard) {
                    hear(notification.getParameter());
                }
            }
        }
    }

    private void send(Connection connection) throws SQLException {
        for (Key key : List.copyOf(pending.keySet())) {
            Integer count = pending.remove(key);
            if (count != null) {
                try (var statement = connection.prepareStatement("select pg_notify(?, ?)")) {
                    statement.setString(1, CHANNEL);
                    statement.setString(2, key.organization() + " " + key.topic() + " " + count);
                    statement.execute();
                }
            }
        }
    }

    private void hear(String message) {
        String[] parts = message.split(" ");
        Signal signal = new Signal(OrganizationId.of(parts[0]), Topic.valueOf(parts[1]), Integer.parseInt(parts[2]));
        for (Consumer<Signal> listener : listeners) {
            try {
                listener.accept(signal);
            } catch (RuntimeException e) {
                LOG.warn("A listener failed on {}", signal.topic(), e);
            }
        }
    }
}
