package io.gatehouse.santa.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.identity.Role;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.RuleRef;
import io.gatehouse.santa.SantaData;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.TagRef;
import io.gatehouse.santa.policy.EffectivePolicy;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.santa.protocol.vocabulary.SigningStatus;
import io.gatehouse.santa.rules.Explanation.Outcome;
import io.gatehouse.testing.ServerTest;
import io.gatehouse.testing.TestOrganization;
import io.gatehouse.testing.TestOrganizations;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What requests do with rules, and what decides about a file. */
@ServerTest
final class RulesIT {

    private static final SoftwareIdentity CHROME = new SoftwareIdentity(
            "a".repeat(64),
            "c".repeat(40),
            "EQHXZ8M8AV:com.google.Chrome",
            "d".repeat(64),
            "EQHXZ8M8AV",
            SigningStatus.PRODUCTION,
            "/Applications/Chrome");

    private final TestOrganizations organizations;
    private final SantaData santa;
    private final Rules rules;
    private final EffectivePolicy policy;
    private final Transactions transactions;
    private TestOrganization acme;
    private OrganizationScope scope;

    @Autowired
    RulesIT(
            TestOrganizations organizations,
            SantaData santa,
            Rules rules,
            EffectivePolicy policy,
            Transactions transactions) {
        this.organizations = organizations;
        this.santa = santa;
        this.rules = rules;
        this.policy = policy;
        this.transactions = transactions;
    }

    @BeforeEach
    void freshOrganization() {
        acme = organizations.enterprise();
        scope = acme.scope(Role.SECURITY_ADMIN);
    }

    @Test
    void anApprovalMakesARuleOrChangesTheOneThatIsThere() {
        Rule first = rules.approve(scope, approved(RuleType.BINARY, CHROME.sha256(), ScopeChoice.organization()));
        assertThat(first.softwareName()).isEqualTo("Chrome");
        Rule second = rules.approve(scope, approved(RuleType.BINARY, CHROME.sha256(), ScopeChoice.organization()));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.requestId()).isNotEqualTo(first.requestId());
    }

    @Test
    void anApprovalThatIsRolledBackLeavesNoRule() {
        assertThatThrownBy(() -> transactions.write(scope, () -> {
                    rules.approve(scope, approved(RuleType.BINARY, CHROME.sha256(), ScopeChoice.organization()));
                    throw new IllegalStateException("the decision failed");
                }))
                .hasMessage("the decision failed");
        assertThat(rules.matching(scope, CHROME)).isEmpty();
    }

    @Test
    void anApprovalIntoAnotherOrganizationsDeviceIsRefused() {
        DeviceRef foreign = santa.device(organizations.enterprise(), "theirs");
        assertThatThrownBy(() -> rules.approve(
                        scope, approved(RuleType.BINARY, CHROME.sha256(), ScopeChoice.device(foreign.id()))))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no such device");
    }

    @Test
    void matchingRulesComeInTheOrderOfTheClient() {
        TagRef tag = santa.tag(acme, "Developers", 0);
        approve(RuleType.TEAMID, "EQHXZ8M8AV", ScopeChoice.organization());
        approve(RuleType.CDHASH, CHROME.cdhash(), ScopeChoice.organization());
        approve(RuleType.BINARY, CHROME.sha256(), ScopeChoice.organization());
        approve(RuleType.BINARY, CHROME.sha256(), ScopeChoice.tag(tag.id()));
        approve(RuleType.BINARY, "f".repeat(64), ScopeChoice.organization());
        assertThat(rules.matching(scope, CHROME))
                .extracting(rule -> rule.ruleType() + " " + rule.scope().kind())
                .containsExactly("CDHASH ORGANIZATION", "BINARY TAG", "BINARY ORGANIZATION", "TEAMID ORGANIZATION");
    }

    @Test
    void theFirstTypeWithARuleDecidesAndTheNarrowestScopeWithinIt() {
        TagRef strict = santa.tag(acme, "Strict", 0);
        TagRef loose = santa.tag(acme, "Loose", 1);
        DeviceRef device = santa.device(acme, "both", strict, loose);
        DeviceRef plain = santa.device(acme, "plain");
        assertThat(rules.explain(scope, plain.id(), CHROME).outcome()).isEqualTo(Outcome.ALLOWED);
        block(RuleType.BINARY, CHROME.sha256(), ScopeChoice.organization());
        approve(RuleType.TEAMID, "EQHXZ8M8AV", ScopeChoice.organization());
        assertThat(rules.explain(scope, plain.id(), CHROME).outcome()).isEqualTo(Outcome.BLOCKED);
        approve(RuleType.BINARY, CHROME.sha256(), ScopeChoice.tag(loose.id()));
        assertThat(rules.explain(scope, device.id(), CHROME).outcome()).isEqualTo(Outcome.ALLOWED);
        block(RuleType.BINARY, CHROME.sha256(), ScopeChoice.tag(strict.id()));
        Explanation strictest = rules.explain(scope, device.id(), CHROME);
        assertThat(strictest.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(strictest.why()).isEqualTo("The BINARY rule of tag Strict blocks it.");
        approve(RuleType.BINARY, CHROME.sha256(), ScopeChoice.device(device.id()));
        assertThat(rules.explain(scope, device.id(), CHROME).outcome()).isEqualTo(Outcome.ALLOWED);
        assertThat(rules.explain(scope, plain.id(), CHROME).outcome()).isEqualTo(Outcome.BLOCKED);
    }

    @Test
    void whatIsBadlySignedIsNotAllowedByItsSigner() {
        DeviceRef device = santa.device(acme, "mac");
        block(RuleType.TEAMID, "EQHXZ8M8AV", ScopeChoice.organization());
        SoftwareIdentity adHoc =
                new SoftwareIdentity(CHROME.sha256(), CHROME.cdhash(), "", "", "EQHXZ8M8AV", SigningStatus.ADHOC, "/x");
        assertThat(rules.explainAll(scope, device.id(), List.of(adHoc, CHROME)))
                .extractingByKeys(adHoc, CHROME)
                .extracting(Explanation::outcome)
                .containsExactly(Outcome.ALLOWED, Outcome.BLOCKED);
    }

    @Test
    void explainingAndPublishingAgreeWhereTagsShareAPosition() {
        TagRef first = santa.tag(acme, "First", 7);
        TagRef second = santa.tag(acme, "Second", 7);
        DeviceRef device = santa.device(acme, "mac", first, second);
        approve(RuleType.TEAMID, "EQHXZ8M8AV", ScopeChoice.tag(second.id()));
        approve(RuleType.TEAMID, "EQHXZ8M8AV", ScopeChoice.tag(first.id()));

        RuleRef published =
                policy.inForce(scope, device.id(), CHROME.keys()).get(new RuleKey(RuleType.TEAMID, "EQHXZ8M8AV"));

        assertThat(rules.explain(scope, device.id(), CHROME).rule()).isEqualTo(published);
        assertThat(published.scope().tag()).isEqualTo(first);
    }

    private void approve(RuleType type, String identifier, ScopeChoice where) {
        rules.approve(scope, approved(type, identifier, where));
    }

    private void block(RuleType type, String identifier, ScopeChoice where) {
        rules.approve(
                scope,
                new ApprovedRule(type, identifier, Policy.BLOCKLIST, where, null, null, "Chrome", UUID.randomUUID()));
    }

    private static ApprovedRule approved(RuleType type, String identifier, ScopeChoice where) {
        return new ApprovedRule(
                type, identifier, Policy.ALLOWLIST, where, null, "asked for", "Chrome", UUID.randomUUID());
    }
}
