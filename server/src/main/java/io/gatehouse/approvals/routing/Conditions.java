package io.gatehouse.approvals.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.gatehouse.approvals.ApprovalProblem;
import io.gatehouse.approvals.Fact;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The conditions of one kind of request: CEL over its facts, bounded in length, depth and work. */
final class Conditions {

    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 32;
    private static final int MOST_STEPS = 10_000;
    private static final int MOST_KEPT = 1_000;

    private final Cel cel;
    private final Cache<String, CelRuntime.Program> programs =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    Conditions(Collection<Fact> facts) {
        var builder = CelFactory.standardCelBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addCompilerLibraries(CelExtensions.strings())
                .addRuntimeLibraries(CelExtensions.strings())
                .setResultType(SimpleType.BOOL)
                .setOptions(CelOptions.current()
                        .maxExpressionCodePointSize(LONGEST)
                        .maxParseRecursionDepth(DEEPEST)
                        .comprehensionMaxIterations(MOST_STEPS)
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

    /**
     * Compiles a condition.
     *
     * @throws io.gatehouse.kernel.ProblemException saying where it is wrong
     */
    void check(String condition) {
        program(condition);
    }

    /**
     * Whether the condition holds.
     *
     * @throws CelEvaluationException when these facts give it no value, for instance by a division by zero
     */
    boolean holds(String condition, Map<String, Object> facts) throws CelEvaluationException {
        return (boolean) program(condition).eval(facts);
    }

    private CelRuntime.Program program(String condition) {
        return programs.get(condition, this::compile);
    }

    private CelRuntime.Program compile(String condition) {
        try {
            return cel.createProgram(cel.compile(condition).getAst());
        } catch (CelValidationException e) {
            throw ApprovalProblem.POLICY_INVALID.because("The condition " + condition + " is wrong: "
                    + e.getErrors().stream()
                            .map(error -> "line " + error.getSourceLocation().getLine() + ", column "
                                    + (error.getSourceLocation().getColumn() + 1) + ": " + error.getMessage())
                            .limit(3)
                            .collect(Collectors.joining("; ")));
        } catch (CelEvaluationException e) {
            throw ApprovalProblem.POLICY_INVALID.because("The condition " + condition + " is wrong: " + e.getMessage());
        }
    }
}
