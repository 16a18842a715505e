package io.gatehouse.testkit.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIFreeText;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TSTInfo;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.tsp.TimeStampResp;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;

/** Makes answers. The library's own generator of tokens refuses to make wrong ones. */
final class Tokens {

    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.32473.1");

    private final AtomicLong serial = new AtomicLong();

    /** What a token says, whatever was asked. */
    record Content(MessageImprint imprint, ASN1Integer nonce, Instant at) {

        static Content of(TimeStampReq query, Manner manner, Instant now) {
            MessageImprint imprint = query.getMessageImprint();
            BigInteger nonce = query.getNonce().getValue();
            return new Content(
                    manner == Manner.WRONG_IMPRINT
                            ? new MessageImprint(imprint.getHashAlgorithm(), new byte[32])
                            : imprint,
                    new ASN1Integer(manner == Manner.WRONG_NONCE ? nonce.add(BigInteger.ONE) : nonce),
                    manner == Manner.WRONG_TIME ? now.minusSeconds(86_400) : now);
        }
    }

    byte[] answer(Content content, Identity identity) {
        try {
            TSTInfo info = new TSTInfo(
                    POLICY,
                    content.imprint(),
                    new ASN1Integer(serial.incrementAndGet()),
                    new ASN1GeneralizedTime(Date.from(content.at())),
                    null,
                    null,
                    content.nonce(),
                    null,
                    null);
            return new TimeStampResp(new PKIStatusInfo(PKIStatus.granted), signed(info, identity))
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException | CMSException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] rejection() {
        try {
            return new TimeStampResp(new PKIStatusInfo(PKIStatus.rejection, new PKIFreeText("closed today")), null)
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ContentInfo signed(TSTInfo info, Identity identity)
            throws IOException, CMSException, OperatorCreationException, GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(identity.certificate().getEncoded());
        AttributeTable attributes = new AttributeTable(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(null, hash)))));
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(attributes))
                .build("SHA256withECDSA", identity.key(), identity.certificate()));
        generator.addCertificates(new JcaCertStore(identity.chain()));
        return generator
                .generate(
                        new CMSProcessableByteArray(
                                PKCSObjectIdentifiers.id_ct_TSTInfo, info.getEncoded(ASN1Encoding.DER)),
                        true)
                .toASN1Structure();
    }
}
