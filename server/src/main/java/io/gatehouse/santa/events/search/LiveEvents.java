package io.gatehouse.santa.events.search;

import io.gatehouse.identity.LiveMessage;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Signals;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows open consoles the newest events as soon as events arrive. */
@Component
final class LiveEvents implements LiveMessage {

    private static final int MOST = 20;
    private static final EventFilter EVERYTHING =
            new EventFilter(null, null, null, null, null, null, null, null, null, null, null);

    private final Events events;

    LiveEvents(Events events) {
        this.events = events;
    }

    /**
     * Newest events.
     *
     * @param more how many more arrived than are shown
     */
    record Newest(List<EventView> items, int more) {}

    @Override
    public Signals.Topic topic() {
        return Signals.Topic.EVENT;
    }

    @Override
    public Newest describe(OrganizationScope scope, int count) {
        Page<EventView> newest = events.list(scope, EVERYTHING, null, Math.min(count, MOST));
        return new Newest(newest.items(), count - newest.items().size());
    }
}
