package io.gatehouse.approvals.engine;

import java.util.List;

/** What comes of a command. */
public sealed interface Answer {

    /** These things happen. */
    record Accepted(List<Event> events) implements Answer {

        /** Takes a copy of the events. */
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** Nothing happens. */
    record Refused(Refusal refusal) implements Answer {}
}
