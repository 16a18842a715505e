package io.gatehouse.verifier.verify;

/**
 * Where something stands.
 *
 * @param line of the file, from 1; 0 if it is about the file as a whole
 * @param index of the entry; −1 if it is about none
 */
public record Place(long line, long index) {

    /** The file as a whole. */
    static final Place FILE = new Place(0, -1);

    static Place line(long line) {
        return new Place(line, -1);
    }

    @Override
    public String toString() {
        String where = line > 0 ? "line " + line : "";
        if (index < 0) {
            return where;
        }
        return where.isEmpty() ? "entry " + index : where + ", entry " + index;
    }
}
