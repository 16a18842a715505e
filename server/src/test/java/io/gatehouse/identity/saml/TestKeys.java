package io.gatehouse.identity.saml;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A key of an identity provider, or of somebody who would like to be one. */
record TestKeys(KeyPair pair, X509Certificate certificate) {

    static TestKeys rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return certified(generator.generateKeyPair(), "SHA256withRSA");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static TestKeys curve() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return certified(generator.generateKeyPair(), "SHA256withECDSA");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestKeys certified(KeyPair pair, String algorithm) throws Exception {
        X500Principal name = new X500Principal("CN=idp.example.test");
        Date from = Date.from(Instant.parse("2026-01-01T00:00:00Z"));
        Date until = Date.from(from.toInstant().plus(Duration.ofDays(365)));
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(name, BigInteger.TEN, from, until, name, pair.getPublic());
        return new TestKeys(
                pair,
                new JcaX509CertificateConverter()
                        .getCertificate(
                                builder.build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate()))));
    }
}
