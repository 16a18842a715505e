package io.gatehouse.ledger.timestamps;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Selector;

/** Checks what an authority answers before anything is kept of it. */
final class TokenCheck {

    private static final int LARGEST = 1 << 16;

    /** What the verifier understands: what it refuses must not get into an export. */
    private static final Set<String> DIGESTS =
            Set.of("2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3");

    private static final Set<String> SIGNATURES = Set.of(
            "1.2.840.113549.1.1.1",
            "1.2.840.113549.1.1.10",
            "1.2.840.113549.1.1.11",
            "1.2.840.113549.1.1.12",
            "1.2.840.113549.1.1.13",
            "1.2.840.10045.4.3.2",
            "1.2.840.10045.4.3.3",
            "1.2.840.10045.4.3.4",
            "1.3.101.112");

    private final Anchors anchors;
    private final Duration tolerance;

    TokenCheck(Anchors anchors, Duration tolerance) {
        this.anchors = anchors;
        this.tolerance = tolerance;
    }

    /**
     * The time stamp in an answer: granted, of this query, signed for by a certificate for nothing but time stamps that leads
     * to an anchor, at about our time.
     *
     * @param asked when the query left
     * @param answered when the answer was there
     */
    Stamp check(TimeStampRequest query, byte[] answer, Instant asked, Instant answered) throws StampException {
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            response.validate(query);
            TimeStampToken received = response.getTimeStampToken();
            if (received == null) {
                throw new StampException("The authority refuses: " + reason(response));
            }
            // The verifier reads DER only; what is checked is what is kept.
            byte[] encoded = received.getEncoded(ASN1Encoding.DER);
            TimeStampToken token = new TimeStampToken(ContentInfo.getInstance(encoded));
            checkSize(encoded);
            checkAlgorithms(token);
            Instant at = token.getTimeStampInfo().getGenTime().toInstant();
            checkTime(at, asked, answered);
            return new Stamp(
                    encoded, checkSigner(token, at).getSubjectX500Principal().getName(), at);
        } catch (TSPException | IOException | IllegalArgumentException | ClassCastException e) {
            throw new StampException("The authority's answer is not the one to the query: " + e.getMessage(), e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new StampException("The authority's certificate cannot be read: " + e.getMessage(), e);
        }
    }

    private static String reason(TimeStampResponse response) {
        String text = response.getStatusString();
        return "status " + response.getStatus() + (text == null || text.isBlank() ? "" : ", " + text);
    }

    private static void checkSize(byte[] token) throws StampException {
        if (token.length > LARGEST) {
            throw new StampException("The token is larger than " + LARGEST + " bytes");
        }
    }

    private static void checkAlgorithms(TimeStampToken token) throws StampException {
        SignerInformation signer =
                token.toCMSSignedData().getSignerInfos().iterator().next();
        if (!DIGESTS.contains(signer.getDigestAlgOID()) || !SIGNATURES.contains(signer.getEncryptionAlgOID())) {
            throw new StampException("The token is signed by an algorithm that the verifier does not know: "
                    + signer.getDigestAlgOID() + " with " + signer.getEncryptionAlgOID());
        }
    }

    private void checkTime(Instant at, Instant asked, Instant answered) throws StampException {
        if (at.isBefore(asked.minus(tolerance)) || at.isAfter(answered.plus(tolerance))) {
            throw new StampException("The authority's clock says " + at + ", ours " + answered + "; "
                    + tolerance.toSeconds() + " seconds are allowed");
        }
    }

    @SuppressWarnings("unchecked") // Selectors of certificates are declared without a type.
    private X509Certificate checkSigner(TimeStampToken token, Instant at)
            throws StampException, TSPException, GeneralSecurityException, OperatorCreationException {
        List<X509Certificate> all = new ArrayList<>();
        for (X509CertificateHolder one : token.getCertificates().getMatches(null)) {
            all.add(converted(one));
        }
        for (X509CertificateHolder holder :
                token.getCertificates().getMatches((Selector<X509CertificateHolder>) token.getSID())) {
            X509Certificate signer = converted(holder);
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            if (!anchors.trust(signer, all, at)) {
                throw new StampException(
                        "The certificate of " + signer.getSubjectX500Principal().getName()
                                + " leads to none of the anchors, or was not valid");
            }
            return signer;
        }
        throw new StampException("The token comes without the certificate of its signer");
    }

    private static X509Certificate converted(X509CertificateHolder holder) throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(holder);
    }
}
