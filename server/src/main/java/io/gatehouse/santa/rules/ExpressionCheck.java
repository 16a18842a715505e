package io.gatehouse.santa.rules;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the expression of a CEL rule as a client of protocol v1 would: its variables {@code target}, {@code args},
 * {@code envs}, {@code euid}, {@code cwd} and {@code path}, the standard library and the strings extension; the result
 * is a truth value or one of the policy constants. What only the vendor's own protocol offers is refused by name.
 */
final class ExpressionCheck {

    /** Longest expression, in characters. */
    static final int MAXIMUM_LENGTH = 4_096;

    private static final int MAXIMUM_DEPTH = 64;
    private static final int MAXIMUM_NODES = 2_000;
    private static final String TARGET = "target";
    /** A type of its own, so that a bare number is no policy. */
    private static final CelType POLICY = OpaqueType.create("santa.Policy");

    private static final Set<String> POLICIES = Set.of(
            "ALLOWLIST",
            "ALLOWLIST_COMPILER",
            "BLOCKLIST",
            "SILENT_BLOCKLIST",
            "SILENT_GUI_BLOCKLIST",
            "SILENT_TTY_BLOCKLIST");
    private static final Map<String, CelType> TARGET_FIELDS = Map.of(
            "signing_time", SimpleType.TIMESTAMP,
            "secure_signing_time", SimpleType.TIMESTAMP,
            "signing_id", SimpleType.STRING,
            "team_id", SimpleType.STRING,
            "is_platform_binary", SimpleType.BOOL);
    /** Evaluated at each execution, since they differ between executions. */
    private static final Map<String, CelType> EXECUTION = Map.of(
            "args", ListType.create(SimpleType.STRING),
            "envs", MapType.create(SimpleType.STRING, SimpleType.STRING),
            "euid", SimpleType.INT,
            "cwd", SimpleType.STRING,
            "path", SimpleType.STRING);

    private static final Set<String> VENDOR_ONLY = Set.of(
            "ancestors",
            "fds",
            "REQUIRE_TOUCHID",
            "REQUIRE_TOUCHID_ONLY",
            "SEATBELT",
            "AUDIT",
            "today",
            "days",
            "require_touchid_with_cooldown_minutes");
    private static final CelCompiler COMPILER = compiler();

    private ExpressionCheck() {}

    /**
     * What compiling found.
     *
     * @param refusal why clients could not use the expression; null when they can
     * @param cacheable whether a client may remember the result for a file: only {@code target} is looked at
     */
    record Verdict(@Nullable String refusal, boolean cacheable) {}

    static Verdict of(String expression) {
        if (expression.isBlank()) {
            return refused("a CEL rule needs an expression");
        }
        if (expression.length() > MAXIMUM_LENGTH) {
            return refused("must have at most " + MAXIMUM_LENGTH + " characters, not " + expression.length());
        }
        try {
            CelAbstractSyntaxTree parsed = COMPILER.parse(expression).getAst();
            Optional<String> vendorOnly = vendorOnly(parsed);
            return vendorOnly.isPresent() ? refused(vendorOnly.get()) : typed(parsed);
        } catch (CelValidationException e) {
            return refused(explain(e));
        }
    }

    private static Verdict typed(CelAbstractSyntaxTree parsed) throws CelValidationException {
        CelAbstractSyntaxTree checked = COMPILER.check(parsed).getAst();
        CelType result = checked.getResultType();
        if (!result.equals(SimpleType.BOOL) && !result.equals(POLICY)) {
            return refused("the result must be true or false or one of "
                    + POLICIES.stream().sorted().collect(Collectors.joining(", ")) + ", not " + result.name());
        }
        return new Verdict(null, identifiers(checked).stream().noneMatch(EXECUTION::containsKey));
    }

    private static Optional<String> vendorOnly(CelAbstractSyntaxTree parsed) {
        List<CelNavigableExpr> nodes =
                CelNavigableAst.fromAst(parsed).getRoot().allNodes().toList();
        return nodes.stream()
                .flatMap(node -> named(node).stream())
                .filter(name -> VENDOR_ONLY.contains(name) || name.equals("target.entitlements"))
                .findFirst()
                .map(name -> name + " exists in the vendor's own protocol (v2) only;"
                        + " a Mac that syncs by protocol v1 would skip the rule");
    }

    private static Optional<String> named(CelNavigableExpr node) {
        if (node.getKind() == Kind.IDENT) {
            return Optional.of(node.expr().ident().name());
        }
        if (node.getKind() == Kind.CALL) {
            return Optional.of(node.expr().call().function());
        }
        return node.getKind() == Kind.SELECT
                        && node.expr()
                                .select()
                                .operand()
                                .identOrDefault()
                                .name()
                                .equals(TARGET)
                ? Optional.of("target." + node.expr().select().field())
                : Optional.empty();
    }

    private static Set<String> identifiers(CelAbstractSyntaxTree checked) {
        return CelNavigableAst.fromAst(checked)
                .getRoot()
                .allNodes()
                .filter(node -> node.getKind() == Kind.IDENT)
                .map(node -> node.expr().ident().name())
                .collect(Collectors.toSet());
    }

    private static String explain(CelValidationException failure) {
        return failure.getErrors().stream()
                .map(error -> "line " + error.getSourceLocation().getLine() + ", column "
                        + (error.getSourceLocation().getColumn() + 1) + ": " + error.getMessage())
                .limit(3)
                .collect(Collectors.joining("; "));
    }

    private static Verdict refused(String why) {
        return new Verdict(why, false);
    }

    private static CelCompiler compiler() {
        StructType target = StructType.create(
                "santa.Target",
                ImmutableSet.copyOf(TARGET_FIELDS.keySet()),
                name -> Optional.ofNullable(TARGET_FIELDS.get(name)));
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addLibraries(CelExtensions.strings())
                .setTypeProvider(new OneType(target))
                .setOptions(CelOptions.current()
                        .maxExpressionCodePointSize(MAXIMUM_LENGTH)
                        .maxParseRecursionDepth(MAXIMUM_DEPTH)
                        .maxParseExpressionNodeCount(MAXIMUM_NODES)
                        .build())
                .addVar(TARGET, target);
        EXECUTION.forEach(builder::addVar);
        POLICIES.forEach(policy -> builder.addVar(policy, POLICY));
        return builder.build();
    }

    /** Knows the type of {@code target}. */
    private record OneType(StructType type) implements CelTypeProvider {

        @Override
        public ImmutableList<CelType> types() {
            return ImmutableList.of(type);
        }

        @Override
        public Optional<CelType> findType(String name) {
            return name.equals(type.name()) ? Optional.of(type) : Optional.empty();
        }
    }
}
