package io.gatehouse.ledger.timestamps;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

/** The certificates that an authority's own must lead to. */
record Anchors(Collection<X509Certificate> certificates) {

    /** @throws IllegalArgumentException when the file has no certificates in PEM */
    static Anchors read(Path file) {
        try {
            Collection<? extends Certificate> found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)));
            if (found.isEmpty()) {
                throw new CertificateException("empty");
            }
            return new Anchors(found.stream().map(X509Certificate.class::cast).toList());
        } catch (IOException | CertificateException e) {
            throw new IllegalArgumentException(
                    "gatehouse.ledger.timestamps.anchors must name a file with certificates in PEM: " + file, e);
        }
    }

    /**
     * Whether a certificate was valid then and leads to one of these. What an authority revokes later does not undo what it
     * stamped before, so nobody is asked.
     */
    boolean trust(X509Certificate signer, Collection<X509Certificate> others, Instant time) {
        try {
            if (certificates.contains(signer)) {
                signer.checkValidity(Date.from(time));
                return true;
            }
            X509CertSelector target = new X509CertSelector();
            target.setCertificate(signer);
            Set<TrustAnchor> anchors = certificates.stream()
                    .map(anchor -> new TrustAnchor(anchor, null))
                    .collect(Collectors.toSet());
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(time));
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
