package io.gatehouse.verifier.timestamp;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.merkle.Hash;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The time-stamping authorities that whoever verifies trusts, by certificates that they brought. */
public final class Authorities {

    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";

    private final List<X509Certificate> trusted;

    private Authorities(List<X509Certificate> trusted) {
        this.trusted = trusted;
    }

    /** None. */
    public static Authorities none() {
        return new Authorities(List.of());
    }

    /** Reads certificates in PEM. */
    public static Authorities parse(byte[] pem) throws MalformedException {
        try {
            List<X509Certificate> certificates = new ArrayList<>();
            for (var certificate : factory().generateCertificates(new ByteArrayInputStream(pem))) {
                certificates.add((X509Certificate) certificate);
            }
            return new Authorities(certificates);
        } catch (CertificateException e) {
            throw new MalformedException("there are no certificates in PEM");
        }
    }

    /** Whether any was brought. */
    public boolean isEmpty() {
        return trusted.isEmpty();
    }

    /**
     * Checks a token over a text.
     *
     * @throws MalformedException if it is over something else, or its signature does not hold
     */
    public Timestamp check(byte[] token, byte[] text) throws MalformedException {
        TimestampToken read = TimestampToken.parse(token);
        if (!Arrays.equals(read.hash(), Hash.ofContent(text).bytes())) {
            throw new MalformedException("a time stamp is over something else than the checkpoint");
        }
        List<X509Certificate> certificates = certificates(read);
        for (X509Certificate certificate : certificates) {
            if (read.signer().isBy(certificate, read.info())) {
                return new Timestamp(
                        read.time(),
                        certificate.getSubjectX500Principal().getName(),
                        isTrusted(certificate, certificates, read.time()));
            }
        }
        throw new MalformedException("the signature of a time stamp does not hold");
    }

    /** Those that came along, and those that were brought: a token may leave its certificate out. */
    private List<X509Certificate> certificates(TimestampToken token) throws MalformedException {
        List<X509Certificate> certificates = new ArrayList<>(trusted);
        try {
            for (byte[] encoded : token.certificates()) {
                certificates.add((X509Certificate) factory().generateCertificate(new ByteArrayInputStream(encoded)));
            }
            return certificates;
        } catch (CertificateException e) {
            throw Der.broken();
        }
    }

    private boolean isTrusted(X509Certificate signer, List<X509Certificate> others, Instant time) {
        try {
            if (!isForTimeStamping(signer)) {
                return false;
            }
            if (trusted.contains(signer)) {
                signer.checkValidity(Date.from(time));
                return true;
            }
            return !trusted.isEmpty() && hasPath(signer, others, time);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean hasPath(X509Certificate signer, List<X509Certificate> others, Instant time)
            throws GeneralSecurityException {
        Set<TrustAnchor> anchors =
                trusted.stream().map(anchor -> new TrustAnchor(anchor, null)).collect(Collectors.toSet());
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(time));
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
        CertPathBuilder.getInstance("PKIX").build(parameters);
        return true;
    }

    /** RFC 3161 section 2.3: the certificate must be for nothing else. */
    private static boolean isForTimeStamping(X509Certificate certificate) throws CertificateException {
        List<String> usages = certificate.getExtendedKeyUsage();
        Set<String> critical = certificate.getCriticalExtensionOIDs();
        return usages != null
                && new HashSet<>(usages).equals(Set.of(TIME_STAMPING))
                && critical != null
                && critical.contains(EXTENDED_KEY_USAGE);
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509");
    }
}
