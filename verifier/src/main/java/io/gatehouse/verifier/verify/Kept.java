package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.note.Checkpoint;
import io.gatehouse.verifier.note.Seal;
import io.gatehouse.verifier.note.VerifierKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A checkpoint from an earlier visit, and the seals under it that were found to hold. */
public record Kept(Checkpoint checkpoint, List<Seal> seals) {

    private static final String FIRST_LINE = "gatehouse-verifier kept v1";
    private static final String KEY = "key ";

    /**
     * Reads what {@link #toString} wrote, or a bare checkpoint.
     *
     * @param brought keys that are trusted; those in the text are, too
     * @throws MalformedException also if no key of these made a signature under it
     */
    public static Kept parse(String text, List<VerifierKey> brought) throws MalformedException {
        List<VerifierKey> keys = new ArrayList<>(brought);
        String checkpoint = text;
        if (text.startsWith(FIRST_LINE + "\n")) {
            int end = text.indexOf("\n\n");
            if (end < 0) {
                throw new MalformedException("the checkpoint that was kept has no empty line before it");
            }
            for (String line :
                    text.substring(FIRST_LINE.length() + 1, end + 1).lines().toList()) {
                keys.add(key(line));
            }
            checkpoint = text.substring(end + 2);
        }
        Kept kept = of(Checkpoint.parse(checkpoint), keys);
        if (kept.seals().isEmpty()) {
            throw new MalformedException("no key that is trusted signed the checkpoint that was kept");
        }
        return kept;
    }

    /** A checkpoint with the seals that the keys made. */
    static Kept of(Checkpoint checkpoint, List<VerifierKey> keys) throws MalformedException {
        List<Seal> seals = new ArrayList<>();
        for (VerifierKey key : keys.stream().distinct().toList()) {
            if (key.name().equals(checkpoint.origin())) {
                checkpoint.sealBy(key).ifPresent(seals::add);
            }
        }
        return new Kept(checkpoint, seals);
    }

    /** When it was sealed, if one of the seals says. */
    Optional<Instant> time() {
        return seals.stream().flatMap(seal -> seal.time().stream()).max(Comparator.naturalOrder());
    }

    /** The keys that made the seals. */
    List<VerifierKey> keys() {
        return seals.stream().map(Seal::key).toList();
    }

    /** As it is kept in a file. */
    @Override
    public String toString() {
        return seals.stream()
                .map(seal -> KEY + seal.key() + "\n")
                .collect(Collectors.joining("", FIRST_LINE + "\n", "\n" + checkpoint));
    }

    private static VerifierKey key(String line) throws MalformedException {
        if (!line.startsWith(KEY)) {
            throw new MalformedException("the checkpoint that was kept has a line that is no key");
        }
        return VerifierKey.parse(line.substring(KEY.length()));
    }
}
