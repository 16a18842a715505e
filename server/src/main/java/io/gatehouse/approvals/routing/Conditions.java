package io.gatehouse.approvals.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.gatehouse.approvals.Fact;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The conditions of one kind of request: CEL over its facts, bounded in length, depth and work. */
final class Conditions {

    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 32;
    private static final int MOST_STEPS = 10_000;
    private static final int MOST_FLAWS = 3;
    private static final int MOST_KEPT = 1_000;

    /** All but those that make a long text of a short one in one step. */
    private static final Set<Function> TEXT_FUNCTIONS = EnumSet.of(
            Function.CHAR_AT,
            Function.INDEX_OF,
            Function.LAST_INDEX_OF,
            Function.LOWER_ASCII,
            Function.SPLIT,
            Function.SUBSTRING,
            Function.TRIM,
            Function.UPPER_ASCII);

    private final Cel cel;
    private final Cache<String, CelRuntime.Program> programs =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    Conditions(Collection<Fact> facts) {
        var builder = CelFactory.standardCelBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addCompilerLibraries(CelExtensions.strings(TEXT_FUNCTIONS))
                .addRuntimeLibraries(CelExtensions.strings(TEXT_FUNCTIONS))
                .setResultType(SimpleType.BOOL)
                .setOptions(CelOptions.current()
                        .maxExpressionCodePointSize(LONGEST)
                        .maxParseRecursionDepth(DEEPEST)
                        .comprehensionMaxIterations(MOST_STEPS)
                        .maxRegexProgramSize(Patterns.LARGEST)
                        .build());
        facts.forEach(fact -> builder.addVar(fact.name(), type(fact.type())));
        this.cel = builder.build();
    }

    private static CelType type(Fact.Type type) {
        return switch (type) {
            case TEXT -> SimpleType.STRING;
            case TEXTS -> ListType.create(SimpleType.STRING);
            case NUMBER -> SimpleType.INT;
            case TRUTH -> SimpleType.BOOL;
        };
    }

    /** What is wrong with a condition, at most three things. */
    List<Flaw> flaws(String condition) {
        try {
            CelAbstractSyntaxTree tree = cel.compile(condition).getAst();
            cel.createProgram(tree);
            return Restraint.flaws(tree);
        } catch (CelValidationException e) {
            return e.getErrors().stream()
                    .map(Conditions::flaw)
                    .limit(MOST_FLAWS)
                    .toList();
        } catch (CelEvaluationException e) {
            return List.of(new Flaw(1, 1, String.valueOf(e.getMessage())));
        }
    }

    private static Flaw flaw(CelIssue issue) {
        return new Flaw(
                issue.getSourceLocation().getLine(), issue.getSourceLocation().getColumn() + 1, issue.getMessage());
    }

    /** The value that a condition has whatever the facts are; empty when it depends on them. */
    Optional<Boolean> constant(String condition) {
        try {
            return Optional.of(holds(condition, Map.of()));
        } catch (CelEvaluationException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the condition holds.
     *
     * @throws CelEvaluationException when these facts give it no value, for instance by a division by zero, when it costs
     *     too much, and when it is none: a policy may have been published when more was possible
     */
    boolean holds(String condition, Map<String, Object> facts) throws CelEvaluationException {
        Meter meter = new Meter();
        Object value = program(condition).trace(facts, meter);
        if (meter.isExceeded()) {
            throw new CelEvaluationException("it takes too many steps");
        }
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw new CelEvaluationException("it depends on facts that are not known");
    }

    private CelRuntime.Program program(String condition) throws CelEvaluationException {
        CelRuntime.Program known = programs.getIfPresent(condition);
        if (known != null) {
            return known;
        }
        CelRuntime.Program compiled = compile(condition);
        programs.put(condition, compiled);
        return compiled;
    }

    private CelRuntime.Program compile(String condition) throws CelEvaluationException {
        try {
            CelAbstractSyntaxTree tree = cel.compile(condition).getAst();
            List<Flaw> flaws = Restraint.flaws(tree);
            if (!flaws.isEmpty()) {
                throw new CelEvaluationException(flaws.getFirst().message());
            }
            return cel.createProgram(tree);
        } catch (CelValidationException e) {
            throw new CelEvaluationException("it is no condition: " + e.getMessage(), e);
        }
    }
}
