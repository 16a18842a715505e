package io.gatehouse.santa.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.santa.SantaFixture;
import io.gatehouse.santa.ScopeKind;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.testing.ServerTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
final class ExpiryIT {

    private static final RuleKey KEY = new RuleKey(RuleType.TEAMID, "ABCDEFGHIJ");

    private final Expiry expiry;
    private final PolicyPublisher publisher;
    private final SantaFixture fixture;
    private OrganizationScope scope;
    private UUID policy;

    @Autowired
    ExpiryIT(Expiry expiry, PolicyPublisher publisher, SantaFixture fixture) {
        this.expiry = expiry;
        this.publisher = publisher;
        this.fixture = fixture;
    }

    @BeforeEach
    void ruleInForce() {
        scope = fixture.organization();
        policy = fixture.write(scope, () -> publisher.policyFor(scope, List.of()));
        publish();
    }

    @Test
    void anExpiredRuleIsTakenOutOfForceOnceAndEntersTheBook() {
        expire();

        expiry.publishAll();
        long sequence = sequence();
        expiry.publishAll();

        assertThat(entry()).isEqualTo("removed");
        assertThat(sequence()).isEqualTo(sequence);
        assertThat(one("select count(*)::text from ledger.entry where action = 'rule.expire'"))
                .isEqualTo("1");
    }

    @Test
    void aRenewedRuleExpiresAgain() {
        expire();
        expiry.publishAll();
        publish();
        assertThat(entry()).isEqualTo("in force");

        expire();
        expiry.publishAll();

        assertThat(entry()).isEqualTo("removed");
        assertThat(one("select count(*)::text from ledger.entry where action = 'rule.expire'"))
                .isEqualTo("2");
    }

    private void publish() {
        fixture.write(scope, () -> {
            fixture.rule(scope, ScopeKind.ORGANIZATION, scope.organization().value(), KEY, Policy.BLOCKLIST, "");
            publisher.rulesChanged(scope, List.of(KEY));
            return KEY;
        });
    }

    private void expire() {
        fixture.write(
                scope,
                () -> fixture.jdbc()
                        .sql("update santa.rule set expires_at = now() - interval '1 second'")
                        .update());
    }

    private String entry() {
        return one("select case when removed then 'removed' else 'in force' end from santa.policy_entry");
    }

    private long sequence() {
        return Long.parseLong(one("select head_sequence::text from santa.policy where id = '" + policy + "'"));
    }

    private String one(String query) {
        return fixture.write(
                scope, () -> fixture.jdbc().sql(query).query(String.class).single());
    }
}
