package io.gatehouse.identity.live;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Signals;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** All open streams of this server. Ends them before the web server waits for its last requests. */
@Component
final class LiveStreams implements SmartLifecycle {

    private final Signals signals;
    private final LiveSettings settings;
    private final Set<LiveStream> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Signals.@Nullable Subscription> subscription = new AtomicReference<>();

    LiveStreams(Signals signals, LiveSettings settings) {
        this.signals = signals;
        this.settings = settings;
    }

    /** @throws io.gatehouse.kernel.ProblemException when there are too many already */
    LiveStream open(PersonId person, OrganizationId organization) {
        long own =
                open.stream().filter(stream -> stream.person().equals(person)).count();
        if (own >= settings.mostForPerson() || open.size() >= settings.most()) {
            throw CommonProblem.TOO_MANY_ATTEMPTS.because("Too many live streams are open: close another window");
        }
        LiveStream stream = new LiveStream(person, organization);
        open.add(stream);
        return stream;
    }

    void close(LiveStream stream) {
        open.remove(stream);
    }

    int size() {
        return open.size();
    }

    @Override
    public void start() {
        subscription.set(signals.subscribe(this::hear));
    }

    @Override
    public void stop() {
        Signals.Subscription running = subscription.getAndSet(null);
        if (running != null) {
            running.close();
        }
        open.forEach(LiveStream::close);
    }

    @Override
    public boolean isRunning() {
        return subscription.get() != null;
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void hear(Signals.Signal signal) {
        for (LiveStream stream : open) {
            Signals.Topic topic = stream.heard(signal);
            if (topic != null) {
                stream.offer(topic, signal.count());
            }
        }
    }
}
