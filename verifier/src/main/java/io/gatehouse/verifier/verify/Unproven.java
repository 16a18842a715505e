package io.gatehouse.verifier.verify;

import io.gatehouse.verifier.note.Seal;
import io.gatehouse.verifier.note.SignatureType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What could not be checked with the keys that were brought: a check that is left out must not look like one that held. */
public final class Unproven {

    private Unproven() {}

    /**
     * In sentences.
     *
     * @param seals under the checkpoint, of trusted keys
     */
    public static List<String> of(List<Seal> seals, @Nullable Kept kept) {
        List<String> unproven = new ArrayList<>(signatures(seals));
        if (seals.stream().allMatch(seal -> seal.time().isEmpty())) {
            unproven.add(
                    "that no entry is of later than the checkpoint: no signature by a key that you brought has a time");
        }
        if (kept != null && kept.time().isEmpty()) {
            unproven.add(
                    "that no entry was back-dated to before your last visit: no signature by a key that you kept has"
                            + " a time");
        }
        return unproven;
    }

    /** The types of signature that nobody brought a key for. */
    public static List<String> signatures(List<Seal> seals) {
        return SignatureType.OF_LOGS.stream()
                .filter(type -> !seals.isEmpty()
                        && seals.stream().noneMatch(seal -> seal.key().type() == type))
                .map(type -> "the checkpoint's " + type.algorithm() + " signature: you brought no key for it")
                .toList();
    }
}
