package io.gatehouse.santa.ballot;

import java.util.List;

/** What comes of a command. */
public sealed interface BallotAnswer {

    /** These things happen. */
    record Accepted(List<BallotEvent> events) implements BallotAnswer {

        /** Takes a copy. */
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** Nothing happens. */
    record Refused(BallotRefusal refusal) implements BallotAnswer {}
}
