package io.gatehouse.verifier.policy;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.note.Checkpoint;
import io.gatehouse.verifier.note.Seal;
import io.gatehouse.verifier.note.VerifierKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which logs are trusted, and whose cosignatures their checkpoints must have. */
public final class Policy {

    private final List<VerifierKey> logs;
    private final Map<String, VerifierKey> witnesses;
    private final Quorum quorum;

    Policy(List<VerifierKey> logs, Map<String, VerifierKey> witnesses, Quorum quorum) {
        this.logs = logs;
        this.witnesses = witnesses;
        this.quorum = quorum;
    }

    /** Reads one. */
    public static Policy parse(String text) throws MalformedException {
        return new PolicyReader().read(text);
    }

    /** Keys of the logs that it trusts. */
    public List<VerifierKey> logs() {
        return logs;
    }

    /**
     * The cosignatures that hold.
     *
     * @throws MalformedException if one of a known witness does not, or too few are there
     */
    public List<Seal> check(Checkpoint checkpoint) throws MalformedException {
        List<Seal> seals = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Map.Entry<String, VerifierKey> witness : witnesses.entrySet()) {
            Optional<Seal> seal = checkpoint.sealBy(witness.getValue());
            if (seal.isPresent()) {
                seals.add(seal.get());
                names.add(witness.getKey());
            }
        }
        if (!quorum.isReached(names)) {
            throw new MalformedException(missing(names));
        }
        return seals;
    }

    private String missing(Set<String> signed) {
        List<String> missing = witnesses.keySet().stream()
                .filter(name -> !signed.contains(name))
                .toList();
        return "the checkpoint lacks witnesses that the policy demands: not signed have " + String.join(", ", missing)
                + "; signed " + (signed.isEmpty() ? "has none" : "have " + String.join(", ", signed));
    }
}
