package io.gatehouse.santa.sync.credential;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gatehouse.kernel.Sha256;
import io.gatehouse.kernel.TrustedProxies;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.apache.catalina.Globals;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads the certificate that a trusted proxy passes on. */
@Component
public class ClientCertificates {

    private static final Logger LOG = LoggerFactory.getLogger(ClientCertificates.class);
    private static final int LONGEST_HEADER = 16_384;
    private static final int LONGEST_SUBJECT = 500;
    private static final int REMEMBERED = 5_000;

    private final CertificateSettings settings;
    /** Reading a certificate costs more than everything else in a call. */
    private final Cache<String, ClientCertificate> read =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    ClientCertificates(CertificateSettings settings, TrustedProxies proxies) {
        if (settings.header() != null && proxies.trustedProxies().isEmpty()) {
            throw new IllegalArgumentException("gatehouse.santa.client-certificate.header needs the addresses of the"
                    + " proxies that set it in gatehouse.trusted-proxies, such as 127.0.0.1");
        }
        this.settings = settings;
    }

    /**
     * The certificate of the Mac behind a call; null when there is none, or when whoever sent it is not trusted.
     *
     * @throws Refused when a trusted proxy sent something else than a certificate
     */
    public @Nullable ClientCertificate of(HttpServletRequest request) {
        String header = settings.header() == null ? null : request.getHeader(settings.header());
        if (header == null || header.isBlank()) {
            return null;
        }
        if (request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE) == null) {
            LOG.warn("A client certificate from {} was ignored: no trusted proxy", request.getRemoteAddr());
            return null;
        }
        if (header.length() > LONGEST_HEADER) {
            throw new Refused(
                    Refused.Reason.MALFORMED,
                    "The client certificate is longer than %d characters".formatted(LONGEST_HEADER));
        }
        return read.get(header, ClientCertificates::parse);
    }

    private static ClientCertificate parse(String header) {
        try {
            // A plus sign is part of PEM's alphabet here, not a blank.
            String pem = URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.US_ASCII);
            X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
            byte[] hash = Sha256.of(certificate.getEncoded());
            String subject = certificate.getSubjectX500Principal().getName();
            return new ClientCertificate(
                    ByteBuffer.wrap(hash).asReadOnlyBuffer(),
                    subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT)));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new Refused(Refused.Reason.MALFORMED, "The client certificate must be percent-encoded PEM");
        }
    }
}
