package io.gatehouse.notifications.mail;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.kernel.Correlation;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends what is due: at once when it arrives, else when its timer comes round. */
@Configuration(proxyBeanMethods = false)
class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration SWEEP_EVERY = Duration.ofHours(6);
    private static final int CONNECTIONS = 4;

    private final Outbox outbox;
    private final Letters letters;
    private final Smtp smtp;
    private final MailSettings settings;
    private final Semaphore connections = new Semaphore(CONNECTIONS);

    Dispatch(Outbox outbox, Letters letters, Smtp smtp, MailSettings settings) {
        this.outbox = outbox;
        this.letters = letters;
        this.smtp = smtp;
        this.settings = settings;
        outbox.onArrival(() -> Thread.ofVirtual().name("mail").start(this::sendDue));
    }

    @Bean
    RecurringTask<Void> mailDispatch() {
        return Tasks.recurring("mail-dispatch", FixedDelay.of(EVERY)).execute((_, _) -> sendDue());
    }

    @Bean
    RecurringTask<Void> mailSweep() {
        return Tasks.recurring("mail-sweep", FixedDelay.of(SWEEP_EVERY)).execute((_, _) -> outbox.sweep());
    }

    /** Sends until nothing is due. */
    void sendDue() {
        if (!settings.isOffered() || !connections.tryAcquire()) {
            return;
        }
        try {
            for (Optional<Mail> next = outbox.take(); next.isPresent(); next = outbox.take()) {
                send(next.get());
            }
        } finally {
            connections.release();
        }
    }

    private void send(Mail mail) {
        try (MDC.MDCCloseable _ = Correlation.open(mail.id().toString())) {
            Optional<Letter> letter = letters.write(mail);
            if (letter.isEmpty()) {
                outbox.needless(mail);
                return;
            }
            outbox.addressed(mail, letter.get().domain());
            smtp.send(mail.id() + "." + mail.attempts(), letter.get());
            outbox.sent(mail);
        } catch (MailFailure e) {
            LOG.warn("A letter of kind {} could not be sent at attempt {}: {}", mail.kind(), mail.attempts(), e.text());
            if (e.isFinal()) {
                outbox.refused(mail, e.text());
            } else {
                outbox.failed(mail, e.text());
            }
        } catch (RuntimeException e) {
            LOG.error("A letter of kind {} could not be written", mail.kind(), e);
            outbox.failed(mail, "It could not be written: see the log under correlation id " + mail.id());
        }
    }
}
