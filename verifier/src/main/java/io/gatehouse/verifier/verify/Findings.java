package io.gatehouse.verifier.verify;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong; the first of it in words, the rest by number. */
final class Findings {

    private static final int MOST = 100;

    private final List<Refusal> refusals = new ArrayList<>();
    private long count;

    void refuse(Place place, String what) {
        count++;
        if (refusals.size() < MOST) {
            refusals.add(new Refusal(place, what));
        }
    }

    void refuse(String what) {
        refuse(Place.FILE, what);
    }

    boolean isEmpty() {
        return count == 0;
    }

    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    long count() {
        return count;
    }
}
