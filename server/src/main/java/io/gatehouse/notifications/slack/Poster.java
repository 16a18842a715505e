package io.gatehouse.notifications.slack;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings messages up to date that are due, one after the other in each organization's Slack. */
@Configuration(proxyBeanMethods = false)
class Poster {

    private static final Logger LOG = LoggerFactory.getLogger(Poster.class);
    private static final Duration EVERY = Duration.ofSeconds(5);

    /** Longer than any call lasts. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final int MOST = 200;

    private final Transactions transactions;
    private final WorkspaceStore workspaces;
    private final PostStore posts;
    private final Showing showing;
    private final Clock clock;
    private final Set<OrganizationId> served = ConcurrentHashMap.newKeySet();

    Poster(Transactions transactions, WorkspaceStore workspaces, PostStore posts, Showing showing, Clock clock) {
        this.transactions = transactions;
        this.workspaces = workspaces;
        this.posts = posts;
        this.showing = showing;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> slackRounds() {
        return Tasks.recurring("slack-rounds", FixedDelay.of(EVERY)).execute((_, _) -> round());
    }

    /** Something may be due. */
    void wake() {
        Thread.ofVirtual().name("slack").start(this::round);
    }

    void round() {
        Instant now = now();
        for (OrganizationId organization : transactions.installation(() -> workspaces.due(now, MOST))) {
            if (served.add(organization)) {
                Thread.ofVirtual().name("slack").start(() -> serve(organization));
            }
        }
    }

    private void serve(OrganizationId organization) {
        try {
            boolean more = true;
            while (more) {
                more = showNext(OrganizationScope.system(organization));
            }
        } catch (RuntimeException e) {
            LOG.error("Messages to the Slack of {} could not be sent, trying again", organization, e);
        } finally {
            served.remove(organization);
        }
    }

    /** Whether there may be another. */
    private boolean showNext(OrganizationScope scope) {
        Instant now = now();
        Optional<Workspace> workspace = transactions
                .read(scope, () -> workspaces.find(scope))
                .filter(found -> {
                    Instant until = found.restingUntil();
                    return until == null || !until.isAfter(now);
                });
        if (workspace.isEmpty()) {
            return false;
        }
        Optional<Post> post = transactions.write(scope, () -> posts.take(scope, now, now.plus(LEASE)));
        post.ifPresent(taken -> showing.show(scope, workspace.get(), taken));
        return post.isPresent();
    }

    /** As the database keeps it: by it a message is known that changed since. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
