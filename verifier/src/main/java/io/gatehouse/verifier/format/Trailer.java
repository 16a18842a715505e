package io.gatehouse.verifier.format;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.encoding.StrictBase64;
import io.gatehouse.verifier.json.Fields;
import io.gatehouse.verifier.json.JsonValue;
import io.gatehouse.verifier.merkle.Hash;
import io.gatehouse.verifier.merkle.HashList;
import io.gatehouse.verifier.note.Checkpoint;
import io.gatehouse.verifier.note.VerifierKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last line.
 *
 * @param keys the log's keys; they tell which key made a signature, and give no trust; null if there is no place for them
 * @param handovers checkpoints by which an older key vouches for the key-rotate entries that they cover
 * @param tombstones entries that lines refer to and that have no line
 * @param timestamps RFC 3161 tokens over the checkpoint
 * @param consistency with the size that was asked for; null if none was
 */
public record Trailer(
        Checkpoint checkpoint,
        @Nullable List<VerifierKey> keys,
        List<Growth> handovers,
        List<EntryLine> tombstones,
        List<byte[]> timestamps,
        @Nullable Consistency consistency) {

    private static final Set<String> NAMES =
            Set.of("checkpoint", "keys", "handovers", "tombstones", "timestamps", "consistency");

    /** An earlier checkpoint, and the proof that the export's tree begins with its. */
    public record Growth(Checkpoint checkpoint, List<Hash> proof) {}

    /** The proof that the export's tree begins with the one of that size. */
    public record Consistency(long from, List<Hash> proof) {}

    static boolean isTrailer(Fields line) {
        return line.has("checkpoint");
    }

    static Trailer read(byte[] source, Fields line) throws MalformedException {
        line.exactly(NAMES, Set.of());
        return new Trailer(
                Checkpoint.parse(line.text("checkpoint")),
                keys(line),
                handovers(line),
                tombstones(source, line),
                timestamps(line),
                consistency(line.optionalObject("consistency")));
    }

    private static List<VerifierKey> keys(Fields line) throws MalformedException {
        List<VerifierKey> keys = new ArrayList<>();
        for (String key : line.texts("keys")) {
            keys.add(VerifierKey.parse(key));
        }
        return keys;
    }

    private static List<Growth> handovers(Fields line) throws MalformedException {
        List<Growth> handovers = new ArrayList<>();
        for (JsonValue item : line.items("handovers")) {
            Fields fields = Fields.of(item).exactly(Set.of("checkpoint", "proof"), Set.of());
            handovers.add(new Growth(Checkpoint.parse(fields.text("checkpoint")), HashList.of(fields.texts("proof"))));
        }
        return handovers;
    }

    private static List<EntryLine> tombstones(byte[] source, Fields line) throws MalformedException {
        List<EntryLine> tombstones = new ArrayList<>();
        for (JsonValue item : line.items("tombstones")) {
            tombstones.add(EntryLine.read(source, Fields.of(item), true));
        }
        return tombstones;
    }

    private static List<byte[]> timestamps(Fields line) throws MalformedException {
        List<byte[]> timestamps = new ArrayList<>();
        for (String token : line.texts("timestamps")) {
            timestamps.add(StrictBase64.decode(token));
        }
        return timestamps;
    }

    private static @Nullable Consistency consistency(@Nullable Fields fields) throws MalformedException {
        if (fields == null) {
            return null;
        }
        fields.exactly(Set.of("from", "proof"), Set.of());
        return new Consistency(fields.number("from"), HashList.of(fields.texts("proof")));
    }
}
