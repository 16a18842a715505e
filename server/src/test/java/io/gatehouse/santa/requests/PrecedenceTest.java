package io.gatehouse.santa.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.Actor;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.Scope;
import io.gatehouse.santa.TagRef;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.santa.rules.Rule;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** When an approval would have no effect. */
final class PrecedenceTest {

    private static final RuleKey CDHASH = new RuleKey(RuleType.CDHASH, "cd".repeat(20));
    private static final RuleKey BINARY = new RuleKey(RuleType.BINARY, "ab".repeat(32));
    private static final RuleKey SIGNINGID = new RuleKey(RuleType.SIGNINGID, "ABCDEFGHIJ:com.example");
    private static final RuleKey TEAMID = new RuleKey(RuleType.TEAMID, "ABCDEFGHIJ");
    private static final List<RuleKey> KEYS = List.of(CDHASH, BINARY, SIGNINGID, TEAMID);
    private static final DeviceRef MAC = new DeviceRef(UUID.randomUUID(), "mac", "C02", "machine");

    @Test
    void aBlockThatAMacFindsEarlierMakesAnApprovalIdle() {
        var block = match(BINARY, Scope.organization(), Policy.BLOCKLIST);
        assertThat(Precedence.warnings(SIGNINGID, KEYS, List.of(block), null))
                .singleElement()
                .asString()
                .contains("BINARY")
                .contains("no effect");
        assertThat(Precedence.warnings(CDHASH, KEYS, List.of(block), null)).isEmpty();
    }

    @Test
    void aBlockThatAMacFindsLaterDoesNotMatter() {
        var block = match(TEAMID, Scope.organization(), Policy.BLOCKLIST);
        assertThat(Precedence.warnings(SIGNINGID, KEYS, List.of(block), null)).isEmpty();
    }

    @Test
    void anExpressionOrTheSameIdentifierIsNamed() {
        var expression = match(CDHASH, Scope.of(new TagRef(UUID.randomUUID(), "Build", "#112233")), Policy.CEL);
        var same = match(SIGNINGID, Scope.of(MAC), Policy.BLOCKLIST);
        assertThat(Precedence.warnings(SIGNINGID, KEYS, List.of(expression, same), MAC.id()))
                .hasSize(2)
                .anyMatch(warning -> warning.contains("tag Build") && warning.contains("expression"))
                .anyMatch(warning -> warning.contains("device mac") && warning.contains("narrower"));
    }

    @Test
    void aRuleThatTheApprovalWouldReplaceIsNamedAlsoWhenItAllows() {
        var allow = match(SIGNINGID, Scope.organization(), Policy.ALLOWLIST);
        assertThat(Precedence.warnings(SIGNINGID, KEYS, List.of(allow), null))
                .singleElement()
                .asString()
                .contains("replaces the ALLOWLIST rule of the organization");
    }

    @Test
    void rulesOfOtherSingleDevicesAndThoseThatAllowDoNotMatter() {
        var other = match(CDHASH, Scope.of(MAC), Policy.BLOCKLIST);
        var allow = match(BINARY, Scope.organization(), Policy.ALLOWLIST);
        assertThat(Precedence.warnings(SIGNINGID, KEYS, List.of(other, allow), UUID.randomUUID()))
                .isEmpty();
    }

    private static Rule match(RuleKey key, Scope scope, Policy policy) {
        Instant now = Instant.EPOCH;
        return new Rule(
                UUID.randomUUID(),
                1,
                key.type(),
                key.identifier(),
                policy,
                null,
                scope,
                null,
                null,
                null,
                null,
                null,
                null,
                now,
                Actor.system(),
                now,
                null,
                null,
                new Rule.Reach(0, 0));
    }
}
