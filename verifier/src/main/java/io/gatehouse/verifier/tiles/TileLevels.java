package io.gatehouse.verifier.tiles;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.merkle.CompactRange;
import io.gatehouse.verifier.merkle.Hash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares the tiles above the leaves with the tree that the leaves give. */
final class TileLevels {

    private final TileFolder folder;
    private final List<Level> levels = new ArrayList<>();

    TileLevels(TileFolder folder) {
        this.folder = folder;
    }

    /** The tile of a level that is growing. */
    private static final class Level {
        final List<Hash> hashes = new ArrayList<>();
        long number;
    }

    /** Takes the hashes of a tile of leaves. */
    void leaves(List<Hash> leaves) throws IOException, MalformedException {
        if (leaves.size() == TileFolder.WIDTH) {
            append(1, root(leaves));
        }
    }

    /** Compares the tiles that are not full. */
    void end() throws IOException, MalformedException {
        for (int i = 0; i < levels.size(); i++) {
            if (!levels.get(i).hashes.isEmpty()) {
                compare(i + 1, levels.get(i));
            }
        }
    }

    private void append(int number, Hash hash) throws IOException, MalformedException {
        if (levels.size() < number) {
            levels.add(new Level());
        }
        Level level = levels.get(number - 1);
        level.hashes.add(hash);
        if (level.hashes.size() == TileFolder.WIDTH) {
            compare(number, level);
            append(number + 1, root(level.hashes));
            level.hashes.clear();
            level.number++;
        }
    }

    private void compare(int number, Level level) throws IOException, MalformedException {
        byte[] tile = folder.hashes(number, level.number, level.hashes.size());
        for (int i = 0; i < level.hashes.size(); i++) {
            int start = i * Hash.LENGTH;
            if (tile.length < start + Hash.LENGTH
                    || !Arrays.equals(
                            Arrays.copyOfRange(tile, start, start + Hash.LENGTH),
                            level.hashes.get(i).bytes())) {
                throw new MalformedException("hash " + i + " of tile " + level.number + " of level " + number
                        + " is not the one that the leaves below it give");
            }
        }
    }

    private static Hash root(List<Hash> hashes) {
        CompactRange range = new CompactRange();
        hashes.forEach(range::append);
        return range.root();
    }
}
