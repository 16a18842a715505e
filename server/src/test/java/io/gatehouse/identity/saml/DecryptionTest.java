package io.gatehouse.identity.saml;

import static io.gatehouse.identity.saml.SamlChecks.OWN_KEY;
import static io.gatehouse.identity.saml.SamlChecks.check;
import static io.gatehouse.identity.saml.SamlChecks.refused;
import static io.gatehouse.identity.saml.SamlChecks.signer;
import static io.gatehouse.identity.saml.SamlChecks.verified;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.PublicKey;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DecryptionTest {

    private static final PublicKey OURS = OWN_KEY.certificate().getPublicKey();
    private static final Pattern ASSERTION = Pattern.compile("<saml:Assertion.*</saml:Assertion>", Pattern.DOTALL);
    private static final String NAMESPACE = "<saml:Assertion xmlns:saml=\"" + Names.ASSERTION + "\"";

    @Test
    void anEncryptedAssertionIsOpened() {
        String answer = encrypted(XmlEncryptor.of(OURS), TestAnswer.right().signAssertion(signer()));
        assertThat(verified(check(TestAnswer.encode(answer))).subject().name()).isEqualTo("ada@example.test");
    }

    @Test
    void aSignedAnswerCoversWhatIsEncryptedWithin() {
        String answer = encrypted(XmlEncryptor.of(OURS), TestAnswer.right());
        verified(check(TestAnswer.of(answer).signResponse(signer()).encoded()));
    }

    @Test
    void encryptionIsNoSignature() {
        String answer = encrypted(XmlEncryptor.of(OURS), TestAnswer.right());
        refused(check(TestAnswer.encode(answer)), Refusal.UNSIGNED);
    }

    @Test
    void whatIsForSomebodyElseIsRefused() {
        PublicKey other = TestKeys.rsa(2048).pair().getPublic();
        String answer = encrypted(XmlEncryptor.of(other), TestAnswer.right().signAssertion(signer()));
        refused(check(TestAnswer.encode(answer)), Refusal.NOT_DECRYPTED);
    }

    @Test
    void ciphersThatTellAboutPaddingAreRefused() {
        TestAnswer signed = TestAnswer.right().signAssertion(signer());
        String blocks = encrypted(new XmlEncryptor(OURS, XmlEncryptor.AES_CBC, XmlEncryptor.OAEP), signed);
        refused(check(TestAnswer.encode(blocks)), Refusal.UNACCEPTED_ALGORITHM);
        String oldKey = encrypted(new XmlEncryptor(OURS, XmlEncryptor.AES_GCM, XmlEncryptor.PKCS_1_5), signed);
        refused(check(TestAnswer.encode(oldKey)), Refusal.UNACCEPTED_ALGORITHM);
    }

    @Test
    void changedContentIsNotOpened() {
        String answer = encrypted(XmlEncryptor.of(OURS), TestAnswer.right().signAssertion(signer()));
        int last = answer.lastIndexOf("</xenc:CipherValue>");
        int first = answer.lastIndexOf('>', last - 1) + 1;
        byte[] cipher = Base64.getDecoder().decode(answer.substring(first, last));
        cipher[cipher.length / 2] ^= 1;
        String changed =
                answer.substring(0, first) + Base64.getEncoder().encodeToString(cipher) + answer.substring(last);
        refused(check(TestAnswer.encode(changed)), Refusal.NOT_DECRYPTED);
    }

    @Test
    void anotherElementThanAnAssertionIsRefused() {
        String answer = TestAnswer.right().text();
        String other = XmlEncryptor.of(OURS).encrypt("<other/>");
        refused(
                check(TestAnswer.encode(ASSERTION.matcher(answer).replaceFirst(Matcher.quoteReplacement(other)))),
                Refusal.WRONG_MESSAGE);
    }

    private static String encrypted(XmlEncryptor encryptor, TestAnswer answer) {
        Matcher matcher = ASSERTION.matcher(answer.text());
        assertThat(matcher.find()).isTrue();
        String alone = matcher.group().replaceFirst("<saml:Assertion", NAMESPACE);
        return matcher.replaceFirst(Matcher.quoteReplacement(encryptor.encrypt(alone)));
    }
}
