package io.gatehouse.identity.saml;

import static io.gatehouse.identity.saml.SamlChecks.NOW;
import static io.gatehouse.identity.saml.SamlChecks.PROVIDER_KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider's wish that sessions end, in an address and in a form, and those of forgers. */
class LogoutCheckTest {

    private static final ProviderMetadata PROVIDER = SamlChecks.provider(PROVIDER_KEYS);
    private static final ServiceProviderKey SIGNER =
            new ServiceProviderKey(PROVIDER_KEYS.pair().getPrivate(), PROVIDER_KEYS.certificate());
    private static final URI LOGOUT = SamlChecks.SELF.singleLogout();
    private static final String RIGHT = """
            <samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_wish" Version="2.0" IssueInstant="2026-11-24T12:00:00Z" Destination="%s"><saml:Issuer>https://idp.example.test/metadata</saml:Issuer><saml:NameID>ada@example.test</saml:NameID><samlp:SessionIndex>session-1</samlp:SessionIndex></samlp:LogoutRequest>""".formatted(LOGOUT);

    @Test
    void aSignedWishIsRead() {
        for (LogoutWish.Verdict verdict : List.of(redirected(RIGHT), posted(RIGHT))) {
            assertThat(verdict)
                    .isEqualTo(new LogoutWish.Verdict.Verified(new LogoutWish(
                            "_wish", NOW.plus(Duration.ofMinutes(6)), "ada@example.test", Set.of("session-1"))));
        }
    }

    @Test
    void aWishIncludesTheSubjectsOwnSessionsOnly() {
        LogoutWish one = new LogoutWish("_1", NOW, "ada", Set.of("a"));
        assertThat(one.includes(subject("ada", "a"))).isTrue();
        assertThat(one.includes(subject("ada", "b"))).isFalse();
        assertThat(one.includes(subject("ada", null))).isFalse();
        assertThat(one.includes(subject("eve", "a"))).isFalse();
        LogoutWish all = new LogoutWish("_1", NOW, "ada", Set.of());
        assertThat(all.includes(subject("ada", "b"))).isTrue();
        assertThat(all.includes(subject("eve", "b"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "LogoutRequest, AuthnRequest, WRONG_MESSAGE",
        "Version=\"2.0\", Version=\"1.1\", WRONG_MESSAGE",
        "idp.example.test/metadata, other.example.test/metadata, WRONG_ISSUER",
        "saml/1/logout, saml/2/logout, WRONG_DESTINATION",
        "Destination=, Elsewhere=, WRONG_DESTINATION",
        "12:00:00Z, 11:53:59Z, TOO_LATE",
        "12:00:00Z, 12:03:01Z, TOO_EARLY",
        "'ID=', 'NotOnOrAfter=\"2026-11-24T11:59:00Z\" ID=', TOO_LATE",
        "IssueInstant=, Issued=, TOO_LATE",
        "ada@example.test, '', NO_SUBJECT",
        "ada@example.test, <saml:NameID>eve</saml:NameID>, AMBIGUOUS",
        "<samlp:SessionIndex>, <saml:NameID>eve</saml:NameID><samlp:SessionIndex>, AMBIGUOUS",
        "ID=\"_wish\", ID=\"\", AMBIGUOUS"
    })
    void whatDoesNotFitIsRefusedThoughSigned(String that, String instead, Refusal reason) {
        assertThat(RIGHT).contains(that);
        String wrong = RIGHT.replace(that, instead);
        assertThat(refusal(redirected(wrong))).isEqualTo(reason);
        if (!instead.equals("ID=\"\"")) {
            assertThat(refusal(posted(wrong))).isEqualTo(reason);
        }
    }

    @Test
    void withoutTheProvidersSignatureNothingIsAWish() {
        String query = query(RIGHT);
        assertThat(refusal(redirected(query, text -> text.replaceFirst("&SigAlg.*", ""))))
                .isEqualTo(Refusal.UNSIGNED);
        assertThat(refusal(redirected(query, text -> text.replaceFirst("&Signature=.*", "&Signature="))))
                .isEqualTo(Refusal.WRONG_SIGNATURE);
        assertThat(refusal(redirected(
                        query,
                        text -> text.replace("rsa-sha256", "rsa-sha1")
                                .replace("2001%2F04%2Fxmldsig-more", "2000%2F09%2Fxmldsig"))))
                .isEqualTo(Refusal.UNACCEPTED_ALGORITHM);
        assertThat(refusal(redirected(query, text -> text.replace("RelayState=state", "RelayState=other"))))
                .isEqualTo(Refusal.WRONG_SIGNATURE);
        assertThat(refusal(LogoutCheck.posted(TestAnswer.encode(RIGHT), PROVIDER, SamlChecks.SELF, NOW)))
                .isEqualTo(Refusal.UNSIGNED);
        TestKeys forger = TestKeys.rsa(2048);
        assertThat(refusal(LogoutCheck.redirected(query, SamlChecks.provider(forger), SamlChecks.SELF, NOW)))
                .isEqualTo(Refusal.WRONG_SIGNATURE);
        assertThat(refusal(LogoutCheck.posted(signed(RIGHT, XmlSigner.of(forger)), PROVIDER, SamlChecks.SELF, NOW)))
                .isEqualTo(Refusal.WRONG_SIGNATURE);
    }

    /** Whichever of two a check and a reader took, they could take different ones. */
    @Test
    void aQueryWithTwoMessagesIsRefused() {
        String other = "SAMLRequest=" + encoded(RIGHT.replace("ada@", "eve@"));
        assertThat(refusal(redirected(query(RIGHT), text -> text + "&" + other)))
                .isEqualTo(Refusal.AMBIGUOUS);
        assertThat(refusal(redirected(query(RIGHT), text -> other + "&" + text)))
                .isEqualTo(Refusal.AMBIGUOUS);
        assertThat(refusal(redirected(query(RIGHT), text -> text + "&SAMLReques%74=" + encoded(RIGHT))))
                .as("another spelling of the name is another name")
                .isNull();
    }

    /** A signed wish wrapped into a forged one that has the same place. */
    @Test
    void whatIsWrappedAroundASignedWishIsNotRead() {
        TestAnswer right = TestAnswer.of(RIGHT);
        SamlChecks.signer().sign(right.response());
        String inner = right.text().replaceFirst("<\\?xml[^>]*>", "");
        String around = RIGHT.replace("ada@", "eve@")
                .replace("_wish", "_evil")
                .replace(
                        "</samlp:LogoutRequest>",
                        "<samlp:Extensions>" + inner + "</samlp:Extensions></samlp:LogoutRequest>");
        assertThat(refusal(LogoutCheck.posted(TestAnswer.encode(around), PROVIDER, SamlChecks.SELF, NOW)))
                .isIn(Refusal.AMBIGUOUS, Refusal.UNSIGNED);
    }

    @Test
    void aCommentCutsNoName() {
        String commented = RIGHT.replace("ada@example.test", "ada@example.test<!-- -->.evil");
        for (LogoutWish.Verdict verdict : List.of(redirected(commented), posted(commented))) {
            assertThat(((LogoutWish.Verdict.Verified) verdict).wish().subject()).isEqualTo("ada@example.test.evil");
        }
    }

    @Test
    void entitiesBombsAndNoiseAreRefused() {
        String doctype = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" + RIGHT.replace("ada", "&e;");
        assertThat(refusal(redirected(doctype))).isEqualTo(Refusal.UNREADABLE);
        String bomb = RIGHT.replace("ada@", "a".repeat(10_000_000));
        assertThat(refusal(redirected(bomb))).isEqualTo(Refusal.UNREADABLE);
        for (String query : List.of("", "SAMLRequest", "SAMLRequest=%", "SAMLRequest=%zz&SigAlg=%zz&Signature=%zz")) {
            assertThat(LogoutCheck.redirected(query, PROVIDER, SamlChecks.SELF, NOW))
                    .isInstanceOf(LogoutWish.Verdict.Refused.class);
            assertThat(LogoutCheck.succeeded(query)).isFalse();
        }
        assertThat(refusal(LogoutCheck.posted("A".repeat(70_000), PROVIDER, SamlChecks.SELF, NOW)))
                .isEqualTo(Refusal.UNREADABLE);
    }

    private static LogoutWish.Verdict redirected(String xml) {
        return redirected(query(xml), text -> text);
    }

    private static LogoutWish.Verdict redirected(String query, UnaryOperator<String> change) {
        return LogoutCheck.redirected(change.apply(query), PROVIDER, SamlChecks.SELF, NOW);
    }

    private static LogoutWish.Verdict posted(String xml) {
        return LogoutCheck.posted(signed(xml, SamlChecks.signer()), PROVIDER, SamlChecks.SELF, NOW);
    }

    private static String signed(String xml, XmlSigner signer) {
        TestAnswer message = TestAnswer.of(xml);
        signer.sign(message.response());
        return message.encoded();
    }

    private static String query(String xml) {
        return RedirectBinding.signedQuery("SAMLRequest=" + encoded(xml) + "&RelayState=state", SIGNER);
    }

    static String encoded(String xml) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(bytes, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            out.write(xml.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return URLEncoder.encode(Base64.getEncoder().encodeToString(bytes.toByteArray()), StandardCharsets.UTF_8);
    }

    private static SamlProof.Subject subject(String name, @Nullable String session) {
        return new SamlProof.Subject(name, NameFormat.PERSISTENT.uri(), null, session);
    }

    private static @Nullable Refusal refusal(LogoutWish.Verdict verdict) {
        return verdict instanceof LogoutWish.Verdict.Refused refused ? refused.reason() : null;
    }
}
