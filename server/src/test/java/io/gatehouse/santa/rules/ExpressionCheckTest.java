package io.gatehouse.santa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CEL as clients of protocol v1 take it. */
final class ExpressionCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "target.signing_time >= timestamp('2025-05-31T00:00:00Z')",
                "target.is_platform_binary ? ALLOWLIST : BLOCKLIST",
                "target.team_id == 'EQHXZ8M8AV' && target.signing_id.startsWith('EQHXZ8M8AV:com.google') ? ALLOWLIST_COMPILER : SILENT_GUI_BLOCKLIST",
                "target.signing_id.lowerAscii() == 'x'",
                "has(target.secure_signing_time) ? ALLOWLIST : SILENT_TTY_BLOCKLIST"
            })
    void whatLooksOnlyAtTheFileCompilesAndMayBeRemembered(String expression) {
        assertThat(ExpressionCheck.of(expression)).isEqualTo(new ExpressionCheck.Verdict(null, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'--inspect' in args ? BLOCKLIST : ALLOWLIST",
                "args.exists(a, a.startsWith('--remote'))",
                "euid == 0",
                "envs['HOME'] == '/var/root'",
                "cwd.startsWith('/tmp') || path.endsWith('x')"
            })
    void whatLooksAtTheExecutionCompilesButIsEvaluatedEachTime(String expression) {
        assertThat(ExpressionCheck.of(expression)).isEqualTo(new ExpressionCheck.Verdict(null, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "target.entitlements['com.apple.security.get-task-allow'] == true|target.entitlements",
                "ancestors.exists(a, a.team_id == 'x')|ancestors",
                "fds.size() > 0|fds",
                "REQUIRE_TOUCHID|REQUIRE_TOUCHID",
                "euid == 0 ? REQUIRE_TOUCHID_ONLY : ALLOWLIST|REQUIRE_TOUCHID_ONLY",
                "target.signing_time > today()|today",
                "require_touchid_with_cooldown_minutes(10)|require_touchid_with_cooldown_minutes"
            })
    void whatOnlyTheVendorsProtocolKnowsIsRefusedByName(String expression, String name) {
        assertThat(ExpressionCheck.of(expression).refusal()).startsWith(name).contains("v2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1|must be true or false",
                "'ALLOWLIST'|must be true or false",
                "target.sha256 == 'x'|sha256",
                "target.team_id == 5|no matching overload",
                "nobody == 1|undeclared reference",
                "args[|line 1, column",
                "euid == 0 ? ALLOWLIST : true|no matching overload",
                "REMOVE|undeclared reference"
            })
    void whatWouldNotCompileOnTheMacIsRefusedWithThePlace(String expression, String message) {
        assertThat(ExpressionCheck.of(expression).refusal()).contains(message);
    }

    @Test
    void hostileSizeAndDepthAreRefusedQuickly() {
        assertThat(ExpressionCheck.of("true || ".repeat(2_000) + "true").refusal())
                .contains("4096 characters");
        assertThat(ExpressionCheck.of("size(" + "[".repeat(500) + "]".repeat(500) + ") == 1")
                        .refusal())
                .isNotNull();
        assertThat(ExpressionCheck.of("[".repeat(4_000)).refusal()).isNotNull();
        assertThat(ExpressionCheck.of("  ").refusal()).contains("needs an expression");
    }
}
