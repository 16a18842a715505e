package io.gatehouse.verifier.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands behind the command's name. */
final class Arguments {

    private final List<String> plain = new ArrayList<>();
    private final Map<String, List<String>> options = new HashMap<>();
    private final Set<String> flags;

    /**
     * @param known options that have a value
     * @param flags options that have none
     */
    Arguments(List<String> words, Set<String> known, Set<String> flags) throws UsageException {
        this.flags = flags;
        Iterator<String> rest = words.iterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (!word.startsWith("--")) {
                plain.add(word);
            } else if (flags.contains(word)) {
                options.put(word, List.of());
            } else if (known.contains(word) && rest.hasNext()) {
                options.computeIfAbsent(word, _ -> new ArrayList<>()).add(rest.next());
            } else {
                throw new UsageException(known.contains(word) ? word + " needs a value" : word + " is not known");
            }
        }
    }

    /** The only argument that is no option. */
    String only(String what) throws UsageException {
        if (plain.size() != 1) {
            throw new UsageException("name one " + what);
        }
        return plain.getFirst();
    }

    boolean has(String flag) {
        if (!flags.contains(flag)) {
            throw new IllegalArgumentException(flag);
        }
        return options.containsKey(flag);
    }

    List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    Optional<String> one(String option) throws UsageException {
        List<String> values = all(option);
        if (values.size() > 1) {
            throw new UsageException(option + " can be given once only");
        }
        return values.stream().findFirst();
    }

    String need(String option) throws UsageException {
        return one(option).orElseThrow(() -> new UsageException(option + " is missing"));
    }
}
