package io.gatehouse.verifier.policy;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.note.SignatureType;
import io.gatehouse.verifier.note.VerifierKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a policy line by line; names mean something from the line on that defines them. */
final class PolicyReader {

    private static final int MOST_LINES = 10_000;
    private static final String NOBODY = "none";

    private final List<VerifierKey> logs = new ArrayList<>();
    private final Map<String, VerifierKey> witnesses = new LinkedHashMap<>();
    private final Map<String, Quorum> names = new HashMap<>();
    private final Set<String> members = new HashSet<>();
    private @Nullable Quorum quorum;

    Policy read(String text) throws MalformedException {
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' || c == 0x7f)) {
            throw new MalformedException("the policy has a control character");
        }
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() > MOST_LINES) {
            throw new MalformedException("the policy has more than " + MOST_LINES + " lines");
        }
        for (int i = 0; i < lines.size(); i++) {
            try {
                line(lines.get(i).replace('\t', ' ').strip());
            } catch (MalformedException e) {
                throw new MalformedException("line " + (i + 1) + " of the policy: " + e.what());
            }
        }
        if (quorum == null) {
            throw new MalformedException("the policy has no quorum line");
        }
        return new Policy(List.copyOf(logs), witnesses, quorum);
    }

    private void line(String line) throws MalformedException {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        List<String> words = List.of(line.split(" +"));
        switch (words.getFirst()) {
            case "log" -> log(sized(words, 2, 3));
            case "witness" -> witness(sized(words, 3, 4));
            case "group" -> group(sized(words, 4, Integer.MAX_VALUE));
            case "quorum" -> quorum(sized(words, 2, 2));
            default -> throw new MalformedException("\"" + words.getFirst() + "\" means nothing");
        }
    }

    private static List<String> sized(List<String> words, int least, int most) throws MalformedException {
        if (words.size() < least || words.size() > most) {
            throw new MalformedException("too few or too many words");
        }
        return words;
    }

    private void log(List<String> words) throws MalformedException {
        VerifierKey key = VerifierKey.parse(words.get(1));
        if (key.type() == SignatureType.COSIGNATURE_ED25519) {
            throw new MalformedException("the key is one of a witness");
        }
        refuseDoubled(key, logs);
        logs.add(key);
    }

    private void witness(List<String> words) throws MalformedException {
        VerifierKey key = VerifierKey.parse(words.get(2));
        if (key.type() == SignatureType.ED25519) {
            throw new MalformedException("the key is one of a log");
        }
        refuseDoubled(key, witnesses.values());
        define(words.get(1), new Quorum.Witness(words.get(1)));
        witnesses.put(words.get(1), key);
    }

    private void group(List<String> words) throws MalformedException {
        List<Quorum> group = new ArrayList<>();
        for (String member : words.subList(3, words.size())) {
            if (!members.add(member)) {
                throw new MalformedException(member + " is a member already");
            }
            group.add(defined(member));
        }
        int needed = switch (words.get(2)) {
            case "all" -> group.size();
            case "any" -> 1;
            default -> number(words.get(2));
        };
        if (needed < 1 || needed > group.size()) {
            throw new MalformedException("a group must need 1 to all of its members");
        }
        define(words.get(1), new Quorum.Group(needed, group));
    }

    private void quorum(List<String> words) throws MalformedException {
        if (quorum != null) {
            throw new MalformedException("there is a quorum already");
        }
        quorum = words.get(1).equals(NOBODY) ? new Quorum.Group(0, List.of()) : defined(words.get(1));
    }

    private void define(String name, Quorum meaning) throws MalformedException {
        if (name.equals(NOBODY) || names.put(name, meaning) != null) {
            throw new MalformedException("the name " + name + " is taken");
        }
    }

    private Quorum defined(String name) throws MalformedException {
        Quorum meaning = names.get(name);
        if (meaning == null) {
            throw new MalformedException(name + " is not defined before");
        }
        return meaning;
    }

    private static int number(String digits) throws MalformedException {
        if (!digits.matches("[1-9][0-9]{0,5}")) {
            throw new MalformedException("\"" + digits + "\" is neither all, any nor a number");
        }
        return Integer.parseInt(digits);
    }

    private static void refuseDoubled(VerifierKey key, Collection<VerifierKey> others) throws MalformedException {
        if (others.stream().anyMatch(key::isSameKeyAs)) {
            throw new MalformedException("the same key is there already");
        }
    }
}
