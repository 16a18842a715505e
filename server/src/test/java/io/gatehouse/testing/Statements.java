package io.gatehouse.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The statements that this thread runs until it is closed, as Spring tells its log of them. */
public final class Statements implements AutoCloseable {

    private static final String RUN = "Executing prepared SQL statement [";

    private final Logger log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    private final @Nullable Level before = log.getLevel();
    private final List<String> run = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> listener =
            new Listener(Thread.currentThread().getName());

    /** Begins to listen. */
    public Statements() {
        listener.start();
        log.setAdditive(false);
        log.setLevel(Level.DEBUG);
        log.addAppender(listener);
    }

    /** What was run so far, without the one that names the organization of each transaction. */
    public List<String> run() {
        return run.stream().filter(sql -> !sql.contains("set_config")).toList();
    }

    @Override
    public void close() {
        log.detachAppender(listener);
        log.setLevel(before);
        log.setAdditive(true);
    }

    private final class Listener extends AppenderBase<ILoggingEvent> {

        private final String thread;

        Listener(String thread) {
            this.thread = thread;
        }

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getThreadName().equals(thread)
                    && event.getFormattedMessage().startsWith(RUN)) {
                run.add(event.getFormattedMessage().substring(RUN.length()));
            }
        }
    }
}
