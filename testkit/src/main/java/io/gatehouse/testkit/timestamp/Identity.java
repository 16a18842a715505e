package io.gatehouse.testkit.timestamp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key for time stamps, its certificate, and the root that made it. */
record Identity(PrivateKey key, X509Certificate certificate, X509Certificate root) {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration TEN_YEARS = Duration.ofDays(3_650);
    private static final X500Principal ROOT = new X500Principal("CN=Test Root,O=Gatehouse testkit");

    /** The roots of all are named alike. */
    static Identity create(KeyPurposeId purpose, Instant until) {
        try {
            KeyPair root = keys();
            KeyPair leaf = keys();
            X500Principal name = new X500Principal("CN=Test Time-Stamp Authority,O=Gatehouse testkit");
            return new Identity(
                    leaf.getPrivate(),
                    certificate(name, leaf, root, until, Extension.extendedKeyUsage, purpose),
                    certificate(ROOT, root, root, until.plus(TEN_YEARS), Extension.basicConstraints, purpose));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    List<X509Certificate> chain() {
        return List.of(certificate, root);
    }

    String rootAsPem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(root.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(
            X500Principal name,
            KeyPair keys,
            KeyPair issuer,
            Instant until,
            ASN1ObjectIdentifier extension,
            KeyPurposeId purpose)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                ROOT,
                BigInteger.valueOf(Math.abs(name.hashCode())),
                Date.from(until.minus(TEN_YEARS).minus(DAY)),
                Date.from(until),
                name,
                keys.getPublic());
        builder.addExtension(
                extension,
                true,
                extension.equals(Extension.basicConstraints)
                        ? new BasicConstraints(true)
                        : new ExtendedKeyUsage(purpose));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
