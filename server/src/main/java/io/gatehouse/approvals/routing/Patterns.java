package io.gatehouse.approvals.routing;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Regular expressions as conditions know them: looked at before they are kept, since a short one can be a huge one. */
final class Patterns {

    /** Of the program that a pattern becomes. */
    static final int LARGEST = 500;

    /** Of all repetitions multiplied: they lie within each other at worst, and the library writes each of them out. */
    private static final long MOST_REPEATED = 1_000;

    private static final Pattern REPETITION = Pattern.compile("\\{(\\d+)(?:,(\\d*))?}");
    private static final CelRuntime.Program PROBE = probe();

    private Patterns() {}

    private static CelRuntime.Program probe() {
        Cel cel = CelFactory.standardCelBuilder()
                .addVar("pattern", SimpleType.STRING)
                .setOptions(CelOptions.current().maxRegexProgramSize(LARGEST).build())
                .build();
        try {
            return cel.createProgram(cel.compile("''.matches(pattern)").getAst());
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Why it is none that conditions may use. */
    static Optional<String> flaw(String pattern) {
        if (repeated(pattern) > MOST_REPEATED) {
            return Optional.of("the pattern of matches repeats too often");
        }
        try {
            PROBE.eval(Map.of("pattern", pattern));
            return Optional.empty();
        } catch (CelEvaluationException e) {
            return Optional.of("the pattern of matches is wrong or too large");
        }
    }

    private static long repeated(String pattern) {
        Matcher repetition = REPETITION.matcher(pattern);
        long product = 1;
        while (product <= MOST_REPEATED && repetition.find()) {
            product *= Math.max(count(repetition.group(1)), count(repetition.group(2)));
        }
        return product;
    }

    private static long count(@Nullable String digits) {
        if (digits == null || digits.isEmpty()) {
            return 1;
        }
        return digits.length() > 4 ? Integer.MAX_VALUE : Long.parseLong(digits);
    }
}
