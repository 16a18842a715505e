package io.gatehouse.identity.fallback;

import io.gatehouse.identity.providers.Finding;
import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.providers.ProviderKinds;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks providers whether they are there: each once at a time, for everybody who wants to know, and not again for a while. */
@Component
final class Reachability {

    static final Duration GOOD_FOR = Duration.ofSeconds(30);

    private final ProviderKinds kinds;
    private final Clock clock;
    private final ConcurrentHashMap<Version, Check> checks = new ConcurrentHashMap<>();

    Reachability(ProviderKinds kinds, Clock clock) {
        this.kinds = kinds;
        this.clock = clock;
    }

    enum State {
        ANSWERS,
        GONE,
        /** This server could not ask. */
        UNKNOWN
    }

    private record Version(UUID provider, int version) {}

    private record Check(FutureTask<State> task, Instant begunAt) {
        boolean isOver(Instant now) {
            return task.isDone() && begunAt.plus(GOOD_FOR).isBefore(now);
        }
    }

    State of(IdentityProvider provider) {
        Instant now = clock.instant();
        checks.values().removeIf(check -> check.isOver(now));
        FutureTask<State> task = checks.computeIfAbsent(
                        new Version(provider.id(), provider.version()),
                        _ -> new Check(new FutureTask<>(() -> asked(provider)), now))
                .task();
        // Whoever comes first asks; all others wait for what they hear.
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return State.UNKNOWN;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private State asked(IdentityProvider provider) {
        Set<String> wrong = kinds.of(provider.kind()).diagnose(provider).stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .map(Finding::about)
                .collect(Collectors.toSet());
        if (wrong.contains(Reason.SERVER_BUSY.slug())) {
            return State.UNKNOWN;
        }
        return wrong.contains(Reason.PROVIDER_UNREACHABLE.slug()) ? State.GONE : State.ANSWERS;
    }
}
