package io.gatehouse.verifier.merkle;

import io.gatehouse.verifier.encoding.MalformedException;
import java.util.ArrayList;
import java.util.List;

/** The hashes of a proof. */
public final class HashList {

    /** As many as a proof of the largest tree has. */
    private static final int MOST = 63 * 2;

    private HashList() {}

    /** Reads hashes in Base64. */
    public static List<Hash> of(List<String> texts) throws MalformedException {
        if (texts.size() > MOST) {
            throw new MalformedException("a proof has more than " + MOST + " hashes");
        }
        List<Hash> hashes = new ArrayList<>(texts.size());
        for (String text : texts) {
            hashes.add(Hash.ofBase64(text));
        }
        return hashes;
    }
}
