package io.gatehouse.verifier.witness;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.note.SignatureType;
import io.gatehouse.verifier.note.SigningKey;
import io.gatehouse.verifier.note.VerifierKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A witness's two keys, Ed25519 and ML-DSA-44. */
public record WitnessKey(List<SigningKey> keys) {

    private static final String FIRST_LINE = "gatehouse-verifier witness-key v1";
    private static final List<SignatureType> TYPES =
            List.of(SignatureType.COSIGNATURE_ED25519, SignatureType.COSIGNATURE_ML_DSA_44);

    /** Makes new ones. */
    public static WitnessKey generate(String name) throws MalformedException {
        List<SigningKey> keys = new ArrayList<>();
        for (SignatureType type : TYPES) {
            keys.add(SigningKey.generate(name, type));
        }
        return new WitnessKey(keys);
    }

    /** Reads what {@link #secrets} wrote. */
    public static WitnessKey parse(String text) throws MalformedException {
        List<String> lines = text.lines().toList();
        if (lines.size() != 1 + TYPES.size() || !lines.getFirst().equals(FIRST_LINE)) {
            throw new MalformedException("it is no witness's key file");
        }
        List<SigningKey> keys = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            int space = line.indexOf(' ');
            if (space < 0) {
                throw new MalformedException("a line of the key file should be a verifier key and a secret");
            }
            keys.add(SigningKey.of(VerifierKey.parse(line.substring(0, space)), line.substring(space + 1)));
        }
        return new WitnessKey(keys);
    }

    /** The key file. */
    public String secrets() {
        return keys.stream()
                .map(key -> key.verifier() + " " + key.secret() + "\n")
                .collect(Collectors.joining("", FIRST_LINE + "\n", ""));
    }

    /** Whose they are. */
    public String name() {
        return keys.getFirst().verifier().name();
    }
}
