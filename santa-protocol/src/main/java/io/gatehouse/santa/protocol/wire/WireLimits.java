package io.gatehouse.santa.protocol.wire;

/**
 * Bounds of what is read. A client that keeps to the advertised batch size stays far below all of them.
 *
 * @param encodedBytes longest body as sent
 * @param decodedBytes longest body once inflated
 * @param ratio most bytes that one sent byte may inflate to, once a mebibyte has been inflated
 * @param depth deepest nesting of objects and lists
 * @param textLength longest text in characters
 * @param listLength most elements of one list
 * @param elements most elements of all lists of a body together
 */
public record WireLimits(
        int encodedBytes, int decodedBytes, int ratio, int depth, int textLength, int listLength, int elements) {

    /** 8 MiB sent, 16 MiB inflated, 200-fold; depth 16; texts of 1 Mi characters; 10,000 elements a list, 400,000 together. */
    public static final WireLimits DEFAULT = new WireLimits(8 << 20, 16 << 20, 200, 16, 1 << 20, 10_000, 400_000);
}
