package io.gatehouse.santa.requests;

import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.santa.software.SignedFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The identifiers by which a file can be allowed, from the narrowest to the widest, as a Mac looks them up: in this order,
 * each only for files signed well enough (facts of the client's policy processor). The one to recommend is the narrowest
 * that survives an update; never a whole certificate or team.
 */
final class Ladder {

    private Ladder() {}

    /**
     * One way to allow the file.
     *
     * @param label in a few words
     * @param narrowest allows the least of all
     * @param stable still matches after an update
     * @param explanation what it allows and when it stops matching
     */
    record Rung(
            RuleKey key, String label, boolean narrowest, boolean stable, boolean recommended, String explanation) {}

    static List<Rung> of(SignedFile file) {
        List<RuleKey> keys = file.certainKeys();
        RuleType recommended = keys.stream().map(RuleKey::type).anyMatch(RuleType.SIGNINGID::equals)
                ? RuleType.SIGNINGID
                : RuleType.BINARY;
        List<Rung> rungs = new ArrayList<>();
        for (RuleKey key : keys) {
            boolean stable = key.type() != RuleType.CDHASH && key.type() != RuleType.BINARY;
            rungs.add(new Rung(
                    key,
                    label(key.type(), file),
                    rungs.isEmpty(),
                    stable,
                    key.type() == recommended,
                    explanation(key.type(), file)));
        }
        return rungs;
    }

    private static String label(RuleType type, SignedFile file) {
        return switch (type) {
            case CDHASH -> "This exact code";
            case BINARY -> "This exact file";
            case SIGNINGID -> "This program in every version";
            case CERTIFICATE -> "Everything signed with this certificate";
            case TEAMID -> "Everything by team " + file.teamId();
        };
    }

    private static String explanation(RuleType type, SignedFile file) {
        return switch (type) {
            case CDHASH -> "Allows exactly this code for one kind of processor. The next version needs a new decision.";
            case BINARY ->
                file.disputed()
                        ? "Allows exactly this file. Macs disagree about who signed it, so nothing wider can be approved."
                        : "Allows exactly this file. The next version needs a new decision.";
            case SIGNINGID ->
                "Allows what " + publisher(file) + " signs as " + file.signingId()
                        + ", updates included, and nothing else of theirs.";
            case CERTIFICATE ->
                "Allows every program signed with this certificate of " + publisher(file)
                        + ", until they renew it. Wider than one program.";
            case TEAMID ->
                "Allows every program that " + publisher(file) + " signs, today and later. The widest choice.";
        };
    }

    private static String publisher(SignedFile file) {
        if (!file.signer().isBlank()) {
            return file.signer();
        }
        return file.teamId().isEmpty() ? "the publisher" : "team " + file.teamId();
    }
}
