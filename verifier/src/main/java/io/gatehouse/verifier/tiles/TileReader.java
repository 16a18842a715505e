package io.gatehouse.verifier.tiles;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.format.EntryLine;
import io.gatehouse.verifier.format.Export;
import io.gatehouse.verifier.format.Header;
import io.gatehouse.verifier.format.Trailer;
import io.gatehouse.verifier.json.JsonReader;
import io.gatehouse.verifier.json.JsonValue;
import io.gatehouse.verifier.merkle.Hash;
import io.gatehouse.verifier.note.Checkpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads all entries out of a log's folder; what they commit to is not there. */
public final class TileReader implements Export {

    private final TileFolder folder;
    private final TileLevels levels;
    private final Checkpoint checkpoint;
    private Iterator<EntryLine> tile = List.<EntryLine>of().iterator();
    private long next;

    /** @throws MalformedException if there is no checkpoint that can be read */
    public TileReader(Path path) throws IOException, MalformedException {
        folder = new TileFolder(path);
        levels = new TileLevels(folder);
        checkpoint = Checkpoint.parse(new String(folder.checkpoint(), StandardCharsets.UTF_8));
    }

    @Override
    public Header header() {
        String origin = checkpoint.origin();
        String organization = origin.substring(origin.lastIndexOf('/') + 1);
        return new Header(origin, organization, true, checkpoint.size(), true);
    }

    @Override
    public long line() {
        return 0;
    }

    @Override
    public @Nullable EntryLine next() throws IOException, MalformedException {
        if (!tile.hasNext() && next < checkpoint.size()) {
            tile = readTile();
        }
        if (!tile.hasNext()) {
            levels.end();
            return null;
        }
        next++;
        return tile.next();
    }

    @Override
    public Trailer trailer() {
        return new Trailer(checkpoint, null, List.of(), List.of(), List.of(), null);
    }

    private Iterator<EntryLine> readTile() throws IOException, MalformedException {
        long number = next / TileFolder.WIDTH;
        int width = (int) Math.min(TileFolder.WIDTH, checkpoint.size() - next);
        ByteBuffer hashes = ByteBuffer.wrap(folder.hashes(0, number, width));
        ByteBuffer entries = ByteBuffer.wrap(folder.entries(number, width));
        List<EntryLine> lines = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            long index = next + i;
            byte[] hash = take(hashes, Hash.LENGTH, index);
            byte[] entry = take(
                    entries,
                    Short.toUnsignedInt(ByteBuffer.wrap(take(entries, 2, index)).getShort()),
                    index);
            lines.add(new EntryLine(index, Hash.of(hash), content(entry, index), EntryLine.NOT_SAID, null));
        }
        levels.leaves(lines.stream().map(EntryLine::leaf).toList());
        return lines.iterator();
    }

    private static byte[] take(ByteBuffer buffer, int length, long index) throws MalformedException {
        if (buffer.remaining() < length) {
            throw new MalformedException("the tile of entry " + index + " was cut off");
        }
        byte[] taken = new byte[length];
        buffer.get(taken);
        return taken;
    }

    /** An entry of no bytes stands for one that was dropped. */
    private static EntryLine.@Nullable Content content(byte[] entry, long index) throws MalformedException {
        if (entry.length == 0) {
            return null;
        }
        try {
            if (JsonReader.read(entry) instanceof JsonValue.Members json) {
                return new EntryLine.Content(entry, json, null);
            }
        } catch (MalformedException e) {
            throw new MalformedException("entry " + index + ": " + e.what());
        }
        throw new MalformedException("entry " + index + " is no JSON object");
    }
}
