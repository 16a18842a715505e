package io.gatehouse.ledger.tree;

/**
 * A perfect subtree: the leaves from {@code number * 2^height} on, {@code 2^height} of them.
 *
 * @param number how many subtrees of that height are to its left
 */
public record Subtree(int height, long number) {

    /** Levels of the tree between one level of tiles and the next. */
    static final int LEVEL_HEIGHT = 8;

    /** The level of tiles on which the hashes lie that it is computed from. */
    public int level() {
        return height / LEVEL_HEIGHT;
    }

    /** Number of the first of those hashes on that level. */
    public long first() {
        return number << (height % LEVEL_HEIGHT);
    }

    /** How many they are: a power of two, at most 128. */
    public int count() {
        return 1 << (height % LEVEL_HEIGHT);
    }
}
