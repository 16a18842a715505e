package io.gatehouse.testkit.fleet.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.software.Launch;
import io.gatehouse.testkit.fleet.software.Signature;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** CEL as Santa's sync v1 offers it: its variables and nothing of v2. */
public final class CelRules {
    private static final Map<String, Long> RESULTS = Map.of(
            "ALLOWLIST", 1L,
            "ALLOWLIST_COMPILER", 2L,
            "BLOCKLIST", 3L,
            "SILENT_BLOCKLIST", 4L,
            "SILENT_GUI_BLOCKLIST", 9L,
            "SILENT_TTY_BLOCKLIST", 10L);

    /** One for all Macs: expressions are few and compiling is dear. */
    public static final CelRules SHARED = new CelRules();

    private final CelCompiler compiler;
    private final CelRuntime runtime;
    private final Map<String, Optional<CelRuntime.Program>> programs = new ConcurrentHashMap<>();

    private CelRules() {
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder().addLibraries(CelExtensions.strings());
        variables().forEach(builder::addVar);
        RESULTS.keySet().forEach(name -> builder.addVar(name, SimpleType.INT));
        compiler = builder.build();
        runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .addLibraries(CelExtensions.strings())
                .build();
    }

    /** Dotted names, so that a field which v1 lacks is an undeclared reference. */
    private static Map<String, CelType> variables() {
        return Map.of(
                "target.signing_time", SimpleType.TIMESTAMP,
                "target.secure_signing_time", SimpleType.TIMESTAMP,
                "target.signing_id", SimpleType.STRING,
                "target.team_id", SimpleType.STRING,
                "target.is_platform_binary", SimpleType.BOOL,
                "args", ListType.create(SimpleType.STRING),
                "envs", MapType.create(SimpleType.STRING, SimpleType.STRING),
                "euid", SimpleType.INT,
                "cwd", SimpleType.STRING,
                "path", SimpleType.STRING);
    }

    /** Whether the expression compiles and yields a truth value or a policy. */
    public boolean compiles(String expression) {
        return program(expression).isPresent();
    }

    private Optional<CelRuntime.Program> program(String expression) {
        return programs.computeIfAbsent(expression, this::compile);
    }

    private Optional<CelRuntime.Program> compile(String expression) {
        try {
            CelAbstractSyntaxTree tree = compiler.compile(expression).getAst();
            CelType type = tree.getResultType();
            boolean fits = type.equals(SimpleType.BOOL) || type.equals(SimpleType.INT) || type.equals(SimpleType.DYN);
            return fits ? Optional.of(runtime.createProgram(tree)) : Optional.empty();
        } catch (CelValidationException | CelEvaluationException e) {
            return Optional.empty();
        }
    }

    /** The policy that a launch gets, null where the expression fails: then the rule does not match. */
    public @Nullable RulePolicy evaluate(String expression, Launch launch) {
        CelRuntime.Program program = program(expression).orElse(null);
        if (program == null) {
            return null;
        }
        try {
            return policy(program.eval(activation(launch)));
        } catch (CelEvaluationException e) {
            return null;
        }
    }

    private static Map<String, Object> activation(Launch launch) {
        Signature signature = launch.binary().signature();
        Instant signed = Instant.ofEpochSecond(signature.signingTime());
        Map<String, Object> values = new HashMap<>(RESULTS);
        values.put("target.signing_time", signed);
        values.put("target.secure_signing_time", signed);
        values.put("target.signing_id", signature.prefixedSigningId());
        values.put("target.team_id", signature.teamId());
        values.put("target.is_platform_binary", signature.platform());
        values.put("args", launch.arguments());
        values.put("envs", launch.environment());
        values.put("euid", (long) launch.effectiveUserId());
        values.put("cwd", launch.workingDirectory());
        values.put("path", launch.binary().path());
        return values;
    }

    private static @Nullable RulePolicy policy(Object result) {
        if (result instanceof Boolean allowed) {
            return allowed ? RulePolicy.ALLOWLIST : RulePolicy.BLOCKLIST;
        }
        return RESULTS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(result))
                .findFirst()
                .map(entry -> RulePolicy.valueOf(entry.getKey()))
                .orElse(null);
    }
}
