package io.gatehouse.identity.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/** One provider, one service and what the latter makes of an answer. */
final class SamlChecks {

    static final Instant NOW = Instant.parse("2026-11-24T12:01:00Z");
    static final TestKeys PROVIDER_KEYS = TestKeys.rsa(2048);
    static final ServiceProviderKey OWN_KEY = ServiceProviderKeys.create("gatehouse.example.test", NOW);
    static final ServiceProvider SELF = new ServiceProvider(
            TestAnswer.SELF, URI.create(TestAnswer.CONSUMER), URI.create(TestAnswer.SELF + "/logout"));

    private SamlChecks() {}

    static XmlSigner signer() {
        return XmlSigner.of(PROVIDER_KEYS);
    }

    static Verdict check(String parameter) {
        return check(parameter, NOW, PROVIDER_KEYS);
    }

    static Verdict check(String parameter, Instant now, TestKeys... trusted) {
        return ResponseCheck.check(
                parameter, new Expectations(provider(trusted), SELF, List.of(OWN_KEY), TestAnswer.REQUEST, now));
    }

    static ProviderMetadata provider(TestKeys... trusted) {
        return new ProviderMetadata(
                TestAnswer.PROVIDER,
                URI.create("https://idp.example.test/sso"),
                new ProviderMetadata.Logout(
                        URI.create("https://idp.example.test/slo"), URI.create("https://idp.example.test/slo-answer")),
                List.of(trusted).stream().map(TestKeys::certificate).toList(),
                false,
                null);
    }

    static SamlProof verified(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Verified.class);
        return ((Verdict.Verified) verdict).proof();
    }

    static void refused(Verdict verdict, Refusal... reasons) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.reason())
                                .as(refused.detail())
                                .isIn((Object[]) reasons));
    }
}
