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

/** Regular expressions as conditions know them: looked at before they are kept, since a short one can be a huge one. */
final class Patterns {

    /** Of the program that a pattern becomes. */
    static final int LARGEST = 500;

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
        try {
            PROBE.eval(Map.of("pattern", pattern));
            return Optional.empty();
        } catch (CelEvaluationException e) {
            return Optional.of("the pattern of matches is wrong or too large");
        }
    }
}
