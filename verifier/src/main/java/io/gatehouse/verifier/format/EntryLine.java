package io.gatehouse.verifier.format;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.json.Fields;
import io.gatehouse.verifier.json.JsonValue;
import io.gatehouse.verifier.merkle.Hash;
import io.gatehouse.verifier.merkle.HashList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line about one entry, or a tombstone.
 *
 * @param leaf the entry's leaf hash, as the line says
 * @param content null if it was dropped
 * @param droppedBy index of the entry that ordered it
 * @param proof of inclusion; null if all entries are there
 */
public record EntryLine(
        long index,
        Hash leaf,
        @Nullable Content content,
        long droppedBy,
        @Nullable List<Hash> proof) {

    /** In place of the index of an order that is only to be found. */
    public static final long NOT_SAID = -1;

    /**
     * An entry's content.
     *
     * @param source the bytes that the entry's are a part of
     * @param values what is told about each commitment, by its JSON pointer; null if values were left out altogether
     */
    public record Content(
            byte[] source,
            JsonValue.Members entry,
            @Nullable Fields values) {

        /** Hash of the entry's bytes. */
        public Hash leaf() {
            return Hash.leaf(source, entry.start(), entry.end());
        }

        /** How many bytes the entry has. */
        public int length() {
            return entry.end() - entry.start();
        }
    }

    static EntryLine read(byte[] source, Fields line, boolean proven) throws MalformedException {
        Set<String> proof = proven ? Set.of("proof") : Set.of();
        line.exactly(
                line.has("dropped") ? Set.of("index", "leaf", "dropped") : Set.of("index", "leaf", "entry", "values"),
                proof);
        return new EntryLine(
                line.number("index"),
                Hash.ofBase64(line.text("leaf")),
                line.has("dropped") ? null : content(source, line),
                line.has("dropped") ? line.number("dropped") : NOT_SAID,
                proven ? HashList.of(line.texts("proof")) : null);
    }

    private static Content content(byte[] source, Fields line) throws MalformedException {
        if (line.need("entry") instanceof JsonValue.Members entry) {
            return new Content(source, entry, line.object("values"));
        }
        throw new MalformedException("\"entry\" must be an object");
    }
}
