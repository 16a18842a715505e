package io.gatehouse.identity.saml;

import static io.gatehouse.identity.saml.SamlChecks.NOW;
import static io.gatehouse.identity.saml.SamlChecks.PROVIDER_KEYS;
import static io.gatehouse.identity.saml.SamlChecks.check;
import static io.gatehouse.identity.saml.SamlChecks.refused;
import static io.gatehouse.identity.saml.SamlChecks.signer;
import static io.gatehouse.identity.saml.SamlChecks.verified;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseCheckTest {

    @Test
    void aSignedAssertionProvesWhoSomebodyIs() {
        SamlProof proof =
                verified(check(TestAnswer.right().signAssertion(signer()).encoded()));

        assertThat(proof.subject())
                .isEqualTo(new SamlProof.Subject("ada@example.test", NameFormat.PERSISTENT.uri(), null, "session-1"));
        assertThat(proof.attributes()).containsEntry("groups", List.of("engineering", "leads"));
        assertThat(proof.contexts()).containsExactly("https://refeds.org/profile/mfa");
        assertThat(proof.authenticatedAt()).isEqualTo(Instant.parse("2026-11-24T11:58:00Z"));
    }

    @Test
    void aSignedAnswerProvesItToo() {
        verified(check(TestAnswer.right().signResponse(signer()).encoded()));
    }

    @Test
    void bothMayBeSigned() {
        verified(check(TestAnswer.right()
                .signAssertion(signer())
                .signResponse(signer())
                .encoded()));
    }

    @Test
    void ellipticCurvesAreAccepted() {
        TestKeys curve = TestKeys.curve();
        verified(check(TestAnswer.right().signAssertion(XmlSigner.of(curve)).encoded(), NOW, curve));
    }

    @Test
    void anyOfTheProvidersCertificatesMayFit() {
        String answer = TestAnswer.right().signAssertion(signer()).encoded();
        verified(check(answer, NOW, TestKeys.rsa(2048), TestKeys.curve(), PROVIDER_KEYS));
    }

    @Test
    void clocksMayDifferALittle() {
        String answer = TestAnswer.right().signAssertion(signer()).encoded();
        Instant end = Instant.parse("2026-11-24T12:05:00Z");
        verified(check(answer, end.plus(Duration.ofSeconds(119)), PROVIDER_KEYS));
        refused(check(answer, end.plus(Duration.ofMinutes(2)), PROVIDER_KEYS), Refusal.TOO_LATE);
        Instant begin = Instant.parse("2026-11-24T11:59:00Z");
        verified(check(answer, begin.minus(Duration.ofSeconds(60)), PROVIDER_KEYS));
        refused(check(answer, begin.minus(Duration.ofSeconds(121)), PROVIDER_KEYS), Refusal.TOO_EARLY);
    }

    /** Each is rightly signed: the provider itself says something that does not fit. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            status:Success"/>                                  | status:Responder"/>                               | NOT_SUCCESSFUL
            InResponseTo="_request"><saml:Issuer>              | InResponseTo="_other"><saml:Issuer>               | NOT_ASKED_FOR
            ' InResponseTo="_request"><saml:Issuer>'           | '><saml:Issuer>'                                  | NOT_ASKED_FOR
            Data InResponseTo="_request"                       | Data InResponseTo="_other"                        | NOT_ASKED_FOR
            Data InResponseTo="_request"                       | Data                                              | NOT_ASKED_FOR
            Destination="https://gatehouse                     | Destination="https://elsewhere                    | WRONG_DESTINATION
            Recipient="https://gatehouse                       | Recipient="https://elsewhere                      | WRONG_DESTINATION
            Audience>https://gatehouse.example.test/saml/1<    | Audience>https://gatehouse.example.test/saml/2<   | WRONG_AUDIENCE
            AudienceRestriction                                | OneTimeUse                                        | WRONG_AUDIENCE
            <saml:AudienceRestriction>                         | <samlp:Unheard/><saml:AudienceRestriction>        | UNKNOWN_CONDITION
            <saml:Issuer>https://idp.example.test              | <saml:Issuer>https://idp.example.other            | WRONG_ISSUER
            <saml:Issuer>                                      | <saml:Issuer Format="urn:other">                  | WRONG_ISSUER
            cm:bearer                                          | cm:holder-of-key                                  | NO_SUBJECT
            '12:05:00Z" Recipient'                             | '12:05:00+05:00" Recipient'                       | TOO_LATE
            'NotOnOrAfter="2026-11-24T12:05:00Z" Recipient'    | 'Recipient'                                       | TOO_LATE
            NotBefore="2026-11-24T11:59:00Z"                   | NotBefore="2026-11-24T13:59:00Z"                  | TOO_EARLY
            AuthnInstant="2026-11-24T11:58:00Z"                | AuthnInstant="2026-11-24T13:58:00Z"               | TOO_EARLY
            AuthnInstant="2026-11-24T11:58:00Z"                | AuthnInstant="today"                              | UNREADABLE
            Version="2.0" IssueInstant                         | Version="1.1" IssueInstant                        | WRONG_MESSAGE
            >ada@example.test<                                 | ><                                                | NO_SUBJECT
            samlp:Response                                     | samlp:LogoutResponse                              | WRONG_MESSAGE
            saml:AuthnStatement                                | saml:OtherStatement                               | NO_SUBJECT
            """)
    void whatDoesNotFitIsRefused(String text, String other, Refusal reason) {
        refused(
                check(TestAnswer.with(text, other)
                        .signAssertion(signer())
                        .signResponse(signer())
                        .encoded()),
                reason);
    }

    @Test
    void withoutADestinationOnlyAnUnsignedEnvelopeIsAccepted() {
        String destination = " Destination=\"https://gatehouse.example.test/saml/1/answer\"";
        verified(check(TestAnswer.with(destination, "").signAssertion(signer()).encoded()));
        refused(check(TestAnswer.with(destination, "").signResponse(signer()).encoded()), Refusal.WRONG_DESTINATION);
    }
}
