package io.gatehouse.ledger.witness;

import io.gatehouse.ledger.checkpoint.CosignerKey;
import java.util.List;
import java.util.stream.Collectors;

/** A policy for whoever verifies, C2SP tlog-policy. A witness with two keys is a group that needs both. */
final class PolicyText {

    /** Names with a slash are no names of witnesses. */
    private static final String ALL_WITNESSES = "all/witnesses";

    private PolicyText() {}

    static String of(List<String> logKeys, int needed, List<Witness> witnesses) {
        String logs = logKeys.stream().map(key -> "log " + key + "\n").collect(Collectors.joining());
        String lines = witnesses.stream().map(PolicyText::witness).collect(Collectors.joining());
        String quorum = needed == 0
                ? "quorum none\n"
                : "group " + ALL_WITNESSES + " " + needed + " "
                        + witnesses.stream().map(Witness::name).collect(Collectors.joining(" ")) + "\nquorum "
                        + ALL_WITNESSES + "\n";
        return logs + lines + quorum;
    }

    private static String witness(Witness witness) {
        if (witness.keys().size() == 1) {
            return line(witness.name(), witness.keys().getFirst());
        }
        String names = witness.keys().stream().map(key -> name(witness, key)).collect(Collectors.joining(" "));
        return witness.keys().stream().map(key -> line(name(witness, key), key)).collect(Collectors.joining())
                + "group " + witness.name() + " all " + names + "\n";
    }

    private static String line(String name, CosignerKey key) {
        return "witness " + name + " " + key.text() + "\n";
    }

    private static String name(Witness witness, CosignerKey key) {
        return witness.name() + "/" + key.type().algorithm();
    }
}
