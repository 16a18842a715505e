package io.gatehouse.santa.protocol.wire;

/** Counts the elements of the lists of one body, so that many small ones cannot fill the memory. */
final class Elements {

    private final WireLimits limits;
    private int total;

    Elements(WireLimits limits) {
        this.limits = limits;
    }

    /** Takes note of one more element of a list that has had {@code before} of them. */
    void count(Field field, int before) throws WireException {
        total++;
        if (before >= limits.listLength() || total > limits.elements()) {
            throw WireException.tooLarge("%s: at most %d elements in a list and %d in all lists of a body"
                    .formatted(field.jsonName().getValue(), limits.listLength(), limits.elements()));
        }
    }
}
