package io.gatehouse.identity.saml;

import static io.gatehouse.identity.saml.SamlChecks.NOW;
import static io.gatehouse.identity.saml.SamlChecks.PROVIDER_KEYS;
import static io.gatehouse.identity.saml.SamlChecks.check;
import static io.gatehouse.identity.saml.SamlChecks.refused;
import static io.gatehouse.identity.saml.SamlChecks.signer;
import static io.gatehouse.identity.saml.SamlChecks.verified;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What somebody tries who has no key of the provider, or catches an answer on its way. */
class ForgeryTest {

    @Test
    void whatWasChangedIsRefused() {
        String text = TestAnswer.right().signAssertion(signer()).text();
        refused(check(TestAnswer.encode(text.replace("ada@", "eve@"))), Refusal.WRONG_SIGNATURE);
        refused(check(TestAnswer.encode(text.replace(">leads<", ">admins<"))), Refusal.WRONG_SIGNATURE);
    }

    @Test
    void aSignatureThatWasTakenAwayIsMissed() {
        TestAnswer answer = TestAnswer.right().signAssertion(signer());
        answer.assertion().removeChild(answer.signature());
        refused(check(answer.encoded()), Refusal.UNSIGNED);
    }

    @Test
    void theKeyInTheSignatureIsNotBelieved() {
        String byEve = TestAnswer.right()
                .signAssertion(XmlSigner.of(TestKeys.rsa(2048)))
                .encoded();
        refused(check(byEve), Refusal.WRONG_SIGNATURE);
        String underAdasName = TestAnswer.right()
                .signAssertion(signer().withKey(TestKeys.rsa(2048).pair().getPrivate()))
                .encoded();
        refused(check(underAdasName), Refusal.WRONG_SIGNATURE);
    }

    @Test
    void oneSignatureThatHoldsDoesNotExcuseAnother() {
        TestAnswer answer = TestAnswer.right().signAssertion(signer()).signResponse(XmlSigner.of(TestKeys.rsa(2048)));
        refused(check(answer.encoded()), Refusal.WRONG_SIGNATURE);
    }

    @Test
    void aShortKeyIsNotTrusted() {
        TestKeys small = TestKeys.rsa(1024);
        refused(
                check(TestAnswer.right().signAssertion(XmlSigner.of(small)).encoded(), NOW, small),
                Refusal.WRONG_SIGNATURE);
    }

    @Test
    void weakAlgorithmsAreRefusedEvenFromTheProvider() {
        List<XmlSigner> weak = List.of(
                signer().withSignature("http://www.w3.org/2000/09/xmldsig#rsa-sha1"),
                signer().withDigest("http://www.w3.org/2000/09/xmldsig#sha1"),
                signer().withCanonicalization(CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS),
                signer().withCanonicalization(CanonicalizationMethod.INCLUSIVE),
                signer().withTransforms(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS),
                signer().withTransforms(Transform.ENVELOPED),
                signer().withTransforms(Transform.ENVELOPED, Transform.ENVELOPED));
        for (XmlSigner signer : weak) {
            refused(check(TestAnswer.right().signAssertion(signer).encoded()), Refusal.UNACCEPTED_ALGORITHM);
        }
    }

    /** The public key is known to all: as a shared secret it would let anybody sign. */
    @Test
    void thePublicKeyIsNoSharedSecret() {
        XmlSigner shared = signer().withSignature("http://www.w3.org/2001/04/xmldsig-more#hmac-sha256")
                .withKey(new SecretKeySpec(PROVIDER_KEYS.pair().getPublic().getEncoded(), "HmacSHA256"));
        refused(check(TestAnswer.right().signAssertion(shared).encoded()), Refusal.UNACCEPTED_ALGORITHM);
    }

    @Test
    void aSignatureIsOfOneElementNamedByItsId() {
        TestAnswer whole = TestAnswer.right();
        signer().sign(whole.response(), List.of(""));
        refused(check(whole.encoded()), Refusal.AMBIGUOUS);
        TestAnswer two = TestAnswer.right();
        signer().sign(two.response(), List.of("#_response", "#_response"));
        refused(check(two.encoded()), Refusal.AMBIGUOUS);
    }

    @Test
    void twoAssertionsAreOneTooManyEvenIfBothAreSigned() {
        TestAnswer answer = TestAnswer.right().signAssertion(signer());
        Element second = (Element) answer.assertion().cloneNode(true);
        second.removeChild(
                second.getElementsByTagNameNS(Names.SIGNATURE, "Signature").item(0));
        second.setAttribute("ID", "_second");
        answer.response().appendChild(second);
        signer().sign(second);
        refused(check(answer.encoded()), Refusal.AMBIGUOUS);
    }

    /** Canonical XML leaves comments out, so they can be added to what is signed. */
    @Test
    void aCommentDoesNotShortenAName() {
        String text = TestAnswer.with("ada@example.test", "ada@example.test.evil.test")
                .signAssertion(signer())
                .text()
                .replace("example.test.evil", "example.test<!-- -->.evil");
        assertThat(text).contains("<!-- -->");
        assertThat(verified(check(TestAnswer.encode(text))).subject().name()).isEqualTo("ada@example.test.evil.test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/a.dtd\">",
                "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
                "<!DOCTYPE a [<!ATTLIST Assertion ID ID #IMPLIED>]>"
            })
    void documentTypesAreRefused(String type) {
        String answer = TestAnswer.right().signAssertion(signer()).text().replaceFirst("<\\?xml.*?\\?>", "");
        refused(check(TestAnswer.encode(type + answer)), Refusal.UNREADABLE);
    }

    @Test
    void whatIsTooLargeOrTooDeepIsRefused() {
        refused(check("A".repeat(2 * 1024 * 1024)), Refusal.UNREADABLE);
        String deep = "<a>".repeat(5_000) + "</a>".repeat(5_000);
        refused(check(TestAnswer.encode(deep)), Refusal.UNREADABLE);
        StringBuilder wide = new StringBuilder("<a");
        for (int i = 0; i < 5_000; i++) {
            wide.append(" a").append(i).append("=\"\"");
        }
        refused(check(TestAnswer.encode(wide + "/>")), Refusal.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "AAAA", "PGE+", "PGEvPg=="})
    void whatIsNoAnswerIsRefused(String parameter) {
        refused(check(parameter), Refusal.UNREADABLE, Refusal.WRONG_MESSAGE);
    }

    /** 3,000 changes of one to four characters each: none proves anything that the provider did not say. */
    @Test
    void noRandomChangeProvesAnythingElse() {
        String right = TestAnswer.right().signAssertion(signer()).text();
        SamlProof proof = verified(check(TestAnswer.encode(right)));
        Random random = new Random(20261124);
        for (int round = 0; round < 3_000; round++) {
            byte[] changed = right.getBytes(StandardCharsets.UTF_8);
            for (int change = random.nextInt(4); change >= 0; change--) {
                changed[random.nextInt(changed.length)] = (byte) (32 + random.nextInt(95));
            }
            String parameter = TestAnswer.encode(new String(changed, StandardCharsets.UTF_8));
            if (check(parameter) instanceof Verdict.Verified verified) {
                assertThat(verified.proof()).as("round " + round).isEqualTo(proof);
            }
        }
    }
}
