package io.gatehouse.verifier.verify;

/** Why an export is refused. */
public record Refusal(Place place, String what) {

    @Override
    public String toString() {
        return place.equals(Place.FILE) ? what : place + ": " + what;
    }
}
