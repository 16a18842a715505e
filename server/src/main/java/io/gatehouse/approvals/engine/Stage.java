package io.gatehouse.approvals.engine;

import io.gatehouse.approvals.Approvers;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One step of a request.
 *
 * @param position from 0
 * @param places as many as people must approve
 */
public record Stage(int position, String name, State state, Approvers approvers, List<Assignment> places) {

    /** Takes a copy of the places. */
    public Stage {
        places = List.copyOf(places);
    }

    /** Where a stage stands; all but the first two are final. */
    public enum State {
        WAITING,
        ACTIVE,
        SATISFIED,
        VETOED,
        CANCELLED
    }

    static Stage waiting(int position, String name, Approvers approvers, int minimum) {
        List<Assignment> places = IntStream.range(0, minimum)
                .mapToObj(place -> new Assignment(place, Assignment.State.PENDING))
                .toList();
        return new Stage(position, name, State.WAITING, approvers, places);
    }

    Optional<Assignment> firstOpen() {
        return places.stream()
                .filter(place -> place.state() == Assignment.State.PENDING)
                .findFirst();
    }

    long openPlaces() {
        return places.stream()
                .filter(place -> place.state() == Assignment.State.PENDING)
                .count();
    }

    Stage turn(State next) {
        return new Stage(position, name, next, approvers, places);
    }

    Stage fill(int place, Assignment.State next) {
        List<Assignment> filled = places.stream()
                .map(each -> each.place() == place ? new Assignment(place, next) : each)
                .toList();
        return new Stage(position, name, state, approvers, filled);
    }

    /** Ends the stage if it has not ended, and with it the places that are still open. */
    Stage end() {
        List<Assignment> ended = places.stream()
                .map(each -> each.state() == Assignment.State.PENDING
                        ? new Assignment(each.place(), Assignment.State.CANCELLED)
                        : each)
                .toList();
        State last = state == State.WAITING || state == State.ACTIVE ? State.CANCELLED : state;
        return new Stage(position, name, last, approvers, ended);
    }
}
