package io.gatehouse.santa.ballot;

import java.util.Set;
import java.util.UUID;

/** What happened to a ballot. */
public sealed interface BallotEvent {

    /** Somebody voted. */
    record VoteCast(Vote vote) implements BallotEvent {}

    /** It stays as it is until a review. */
    record Frozen() implements BallotEvent {}

    /**
     * A review found nothing bad.
     *
     * @param answered ids of the votes that had said so
     */
    record Cleared(Set<UUID> answered) implements BallotEvent {

        /** Takes a copy. */
        public Cleared {
            answered = Set.copyOf(answered);
        }
    }

    /** It was found bad: nobody may run it for votes. */
    record Condemned() implements BallotEvent {}

    /** Whoever is for it may run it on their own Macs. */
    record Granted() implements BallotEvent {}

    /** It is asked for everybody. */
    record Proposed() implements BallotEvent {}

    /** The next round began. */
    record Reset() implements BallotEvent {}
}
