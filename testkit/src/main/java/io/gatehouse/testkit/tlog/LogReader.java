package io.gatehouse.testkit.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/** Reads a log over its tiles and believes nothing that it has not computed; a {@link LogFault} tells what is wrong. */
public final class LogReader {

    private static final int WIDTH = 256;
    private static final int HASH = 32;
    private static final String PROOF = "c2sp.org/tlog-proof@v1";

    private final String origin;
    private final List<NoteKey> keys;
    private final Source source;

    /** Gives the resource at a path below the log's prefix. */
    public interface Source {
        /** The whole body. */
        byte[] get(String path);
    }

    /**
     * A reader that trusts these keys.
     *
     * @param keys verifier keys
     */
    public LogReader(String origin, List<String> keys, Source source) {
        this.origin = origin;
        this.keys = keys.stream().map(NoteKey::parse).toList();
        this.source = source;
    }

    /** What the current checkpoint says, after each signature of a known key was checked. */
    public Tree checkpoint() {
        return open(new String(source.get("checkpoint"), StandardCharsets.UTF_8));
    }

    /** What a signed note says; each known key's signature must hold, and there must be one. */
    public Tree open(String note) {
        int end = note.lastIndexOf("\n\n");
        Faults.unless(end > 0 && note.endsWith("\n"), "The note has no signatures");
        String text = note.substring(0, end + 1);
        int trusted = 0;
        for (String line : note.substring(end + 2).split("\n")) {
            String[] parts = line.split(" ");
            Faults.unless(parts.length == 3 && parts[0].equals("—"), "No signature line: " + line);
            byte[] signature = Base64.getDecoder().decode(parts[2]);
            for (NoteKey key : keys) {
                if (key.made(parts[1], signature)) {
                    Faults.unless(key.verifies(text, signature), "A signature does not hold");
                    trusted++;
                }
            }
        }
        Faults.unless(trusted > 0, "No signature is of a key that is trusted");
        String[] lines = text.split("\n");
        Faults.unless(lines.length == 3 && lines[0].equals(origin), "No checkpoint of " + origin);
        return new Tree(lines[0], Long.parseLong(lines[1]), Base64.getDecoder().decode(lines[2]));
    }

    /**
     * All entries of the tree, each tile of each level checked against the one below, and all against the root. One of no bytes
     * was dropped, by an order that is there.
     */
    public List<byte[]> entries(Tree tree) {
        List<byte[]> entries = new ArrayList<>();
        List<byte[]> level = new ArrayList<>();
        for (long tile = 0; tile * WIDTH < tree.size(); tile++) {
            List<byte[]> bundle = bundle(get("entries", tile, tree.size()));
            level.addAll(leaves(bundle, get("0", tile, tree.size())));
            entries.addAll(bundle);
        }
        Faults.unless(
                entries.size() == tree.size() && tree.hasRoot(Hashes.root(level)),
                "The entries do not hash to the root");
        DropOrders.check(entries);
        for (int number = 0; !level.isEmpty(); number++) {
            level = checkLevel(number, level);
        }
        return entries;
    }

    /** Checks a {@code .tlog-proof} and gives the entry that it proves. */
    public byte[] proven(String proof) {
        List<String> lines = proof.lines().toList();
        Faults.unless(lines.getFirst().equals(PROOF), "No " + PROOF);
        byte[] entry = Base64.getDecoder().decode(after("extra ", lines.get(1)));
        long index = Long.parseLong(after("index ", lines.get(2)));
        int end = lines.indexOf("");
        Tree tree = open(proof.substring(proof.indexOf("\n\n") + 2));
        byte[] root = Hashes.rootOf(Hashes.leaf(entry), index, tree.size(), hashes(lines.subList(3, end)));
        Faults.unless(tree.hasRoot(root), "The inclusion proof does not lead to the root");
        return entry;
    }

    /** Checks the body of an add-checkpoint request against a tree known from before and gives the later one. */
    public Tree goesOn(Tree known, String body) {
        List<String> lines = body.lines().toList();
        Faults.unless(after("old ", lines.getFirst()).equals(Long.toString(known.size())), "Another old size");
        Tree tree = open(body.substring(body.indexOf("\n\n") + 2));
        Hashes.checkConsistency(known, tree, hashes(lines.subList(1, lines.indexOf(""))));
        return tree;
    }

    /** The hashes of the level above. */
    private List<byte[]> checkLevel(int level, List<byte[]> hashes) {
        List<byte[]> above = new ArrayList<>();
        for (int tile = 0; tile * WIDTH < hashes.size(); tile++) {
            List<byte[]> expected = hashes.subList(tile * WIDTH, Math.min(hashes.size(), (tile + 1) * WIDTH));
            byte[] served = get(Integer.toString(level), tile, hashes.size());
            Faults.unless(Arrays.equals(served, joined(expected)), "Tile " + level + "/" + tile + " is wrong");
            if (expected.size() == WIDTH) {
                above.add(Hashes.root(expected));
            }
        }
        return above;
    }

    private byte[] get(String level, long tile, long size) {
        StringBuilder number = new StringBuilder("%03d".formatted(tile % 1_000));
        for (long rest = tile / 1_000; rest > 0; rest /= 1_000) {
            number.insert(0, "x%03d/".formatted(rest % 1_000));
        }
        long width = Math.min(WIDTH, size - tile * WIDTH);
        return source.get("tile/" + level + "/" + number + (width < WIDTH ? ".p/" + width : ""));
    }

    private static List<byte[]> bundle(byte[] bytes) {
        List<byte[]> entries = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            byte[] entry = new byte[Short.toUnsignedInt(buffer.getShort())];
            buffer.get(entry);
            entries.add(entry);
        }
        return entries;
    }

    /** The hash of a dropped entry is in the tile only. */
    private static List<byte[]> leaves(List<byte[]> bundle, byte[] tile) {
        Faults.unless(tile.length == bundle.size() * HASH, "A tile has another width than its bundle");
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < bundle.size(); i++) {
            byte[] entry = bundle.get(i);
            leaves.add(entry.length == 0 ? Arrays.copyOfRange(tile, i * HASH, (i + 1) * HASH) : Hashes.leaf(entry));
        }
        return leaves;
    }

    private static byte[] joined(List<byte[]> hashes) {
        ByteBuffer buffer = ByteBuffer.allocate(hashes.size() * HASH);
        hashes.forEach(buffer::put);
        return buffer.array();
    }

    private static List<byte[]> hashes(List<String> lines) {
        return lines.stream()
                .map(Base64.getDecoder()::decode)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static String after(String word, String line) {
        Faults.unless(line.startsWith(word), "No line: " + word);
        return line.substring(word.length());
    }
}
