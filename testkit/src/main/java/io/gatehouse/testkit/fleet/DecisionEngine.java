package io.gatehouse.testkit.fleet;

import io.gatehouse.testkit.fleet.policy.CelRules;
import io.gatehouse.testkit.fleet.rules.ClientVersion;
import io.gatehouse.testkit.fleet.rules.RulePolicy;
import io.gatehouse.testkit.fleet.rules.RuleRow;
import io.gatehouse.testkit.fleet.rules.RuleTable;
import io.gatehouse.testkit.fleet.rules.RuleType;
import io.gatehouse.testkit.fleet.software.Binary;
import io.gatehouse.testkit.fleet.software.Launch;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The order in which Santa decides: rules by precedence of type, platform binaries, path expressions, then the mode. */
final class DecisionEngine {
    private static final List<RuleType> PRECEDENCE =
            List.of(RuleType.CDHASH, RuleType.BINARY, RuleType.SIGNINGID, RuleType.CERTIFICATE, RuleType.TEAMID);

    private final ClientVersion version;
    private final RuleTable rules;
    private final MacSettings settings;
    private final CelRules cel;

    DecisionEngine(ClientVersion version, RuleTable rules, MacSettings settings, CelRules cel) {
        this.version = version;
        this.rules = rules;
        this.settings = settings;
        this.cel = cel;
    }

    Verdict decide(Launch launch) {
        Verdict byRule = byRule(launch);
        if (byRule != null) {
            return byRule;
        }
        if (launch.binary().signature().platform()) {
            return plain(version.atLeast(2026, 5) ? "ALLOW_PLATFORM" : "ALLOW_CERTIFICATE");
        }
        if (matches(settings.blockedPaths(), launch)) {
            return plain("BLOCK_SCOPE");
        }
        if (matches(settings.allowedPaths(), launch)) {
            return plain("ALLOW_SCOPE");
        }
        return plain(settings.mode() == ClientMode.MONITOR ? "ALLOW_UNKNOWN" : "BLOCK_UNKNOWN");
    }

    private static Verdict plain(String decision) {
        return new Verdict(decision, null, false);
    }

    private @Nullable Verdict byRule(Launch launch) {
        for (RuleType type : PRECEDENCE) {
            RuleRow row = match(type, launch.binary());
            RulePolicy policy = row == null ? null : effective(row, launch);
            if (row != null && policy != null) {
                return verdict(row, policy);
            }
        }
        return null;
    }

    private @Nullable RuleRow match(RuleType type, Binary binary) {
        String identifier = binary.identifier(type);
        boolean possible = !identifier.isEmpty() && binary.signature().status().looksUp(type);
        return possible ? rules.find(type, identifier) : null;
    }

    /** What the row means here; null where it does not match after all. */
    private @Nullable RulePolicy effective(RuleRow row, Launch launch) {
        RulePolicy policy = row.policy() == RulePolicy.CEL ? cel.evaluate(row.cel(), launch) : row.policy();
        boolean compilerMeansNothing = row.type() == RuleType.CERTIFICATE || row.type() == RuleType.TEAMID;
        return policy == RulePolicy.ALLOWLIST_COMPILER && compilerMeansNothing ? null : policy;
    }

    private static Verdict verdict(RuleRow row, RulePolicy policy) {
        boolean silent = policy == RulePolicy.SILENT_BLOCKLIST || policy == RulePolicy.SILENT_GUI_BLOCKLIST;
        return new Verdict((policy.allows() ? "ALLOW_" : "BLOCK_") + row.type(), row, silent);
    }

    /** The client binds an expression to the beginning by putting a ^ before it; one that cannot be read counts as none. */
    private static boolean matches(String expression, Launch launch) {
        if (expression.isEmpty()) {
            return false;
        }
        try {
            String bound = expression.startsWith("^") ? expression : "^" + expression;
            return Pattern.compile(bound).matcher(launch.binary().path()).find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
