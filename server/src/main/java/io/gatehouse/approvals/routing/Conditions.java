package io.gatehouse.approvals.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelIssue;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The conditions of one kind of request: CEL over its facts, bounded in length, depth and work. */
final class Conditions {

    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 32;
    private static final int MOST_STEPS = 10_000;
    private static final int MOST_FLAWS = 3;
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

    /** What is wrong with a condition, at most three things. */
    List<Flaw> flaws(String condition) {
        try {
            cel.createProgram(cel.compile(condition).getAst());
            return List.of();
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
     * @throws CelEvaluationException when these facts give it no value, for instance by a division by zero
     */
    boolean holds(String condition, Map<String, Object> facts) throws CelEvaluationException {
        if (program(condition).eval(facts) instanceof Boolean value) {
            return value;
        }
        throw new CelEvaluationException("it depends on facts that are not known");
    }

    private CelRuntime.Program program(String condition) {
        return programs.get(condition, this::compile);
    }

    private CelRuntime.Program compile(String condition) {
        try {
            return cel.createProgram(cel.compile(condition).getAst());
        } catch (CelValidationException e) {
            throw ApprovalProblem.POLICY_INVALID.because("The condition " + condition + " is wrong: "
                    + flaws(condition).stream().map(Flaw::toString).collect(Collectors.joining("; ")));
        } catch (CelEvaluationException e) {
            throw ApprovalProblem.POLICY_INVALID.because("The condition " + condition + " is wrong: " + e.getMessage());
        }
    }
}
