package io.gatehouse.identity.saml;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Reads an identity provider's metadata: a description of one provider, or the only one in a list. */
public final class MetadataReader {

    private static final int MOST_CERTIFICATES = 10;

    private MetadataReader() {}

    /** Reads what was uploaded or fetched. */
    public static ProviderMetadata read(byte[] xml, Instant now) throws MetadataProblem {
        try {
            Element root = Xml.parse(xml);
            Element entity = entity(root);
            ProviderMetadata metadata = provider(entity, descriptor(entity));
            Instant until = metadata.validUntil();
            if (until != null && !until.isAfter(now)) {
                throw new MetadataProblem("It was valid until " + until + "; ask the provider for a new one");
            }
            return metadata;
        } catch (RefusedMessage e) {
            throw new MetadataProblem(e.detail());
        }
    }

    private static Element entity(Element root) throws MetadataProblem {
        List<Element> described = Xml.all(root).stream()
                .filter(element -> Xml.is(element, Names.METADATA, "EntityDescriptor"))
                .filter(element -> !Xml.children(element, Names.METADATA, "IDPSSODescriptor")
                        .isEmpty())
                .toList();
        if (described.size() != 1) {
            throw new MetadataProblem("It describes " + described.size() + " identity providers instead of one");
        }
        return described.getFirst();
    }

    private static Element descriptor(Element entity) throws MetadataProblem {
        return Xml.children(entity, Names.METADATA, "IDPSSODescriptor").stream()
                .filter(descriptor -> Xml.attribute(descriptor, "protocolSupportEnumeration")
                        .orElse("")
                        .contains(Names.PROTOCOL))
                .findFirst()
                .orElseThrow(() -> new MetadataProblem("The provider does not speak SAML 2.0"));
    }

    private static ProviderMetadata provider(Element entity, Element descriptor) throws MetadataProblem {
        String entityId = Xml.attribute(entity, "entityID").orElse("");
        List<X509Certificate> certificates = certificates(descriptor);
        if (entityId.isEmpty()) {
            throw new MetadataProblem("It has no entityID");
        }
        if (certificates.isEmpty() || certificates.size() > MOST_CERTIFICATES) {
            throw new MetadataProblem(
                    "It has " + certificates.size() + " certificates to check signatures with; one to "
                            + MOST_CERTIFICATES + " are needed, RSA from 2048 or elliptic curves from 256 bits");
        }
        return new ProviderMetadata(
                entityId,
                signInAddress(descriptor),
                logout(descriptor).orElse(null),
                certificates,
                Xml.attribute(descriptor, "WantAuthnRequestsSigned")
                        .map(MetadataReader::isTrue)
                        .orElse(false),
                validUntil(entity, descriptor));
    }

    private static @Nullable Instant validUntil(Element entity, Element descriptor) {
        return Optional.of(descriptor)
                .flatMap(element -> Xml.time(element, "validUntil"))
                .or(() -> Xml.time(entity, "validUntil"))
                .orElse(null);
    }

    private static boolean isTrue(String text) {
        return text.equals("true") || text.equals("1");
    }

    private static URI signInAddress(Element descriptor) throws MetadataProblem {
        Element endpoint = redirected(descriptor, "SingleSignOnService")
                .orElseThrow(() -> new MetadataProblem("It has no SingleSignOnService with the redirect binding"));
        String location = Xml.attribute(endpoint, "Location").orElse("");
        return address(location).orElseThrow(() -> new MetadataProblem("Not a web address: " + location));
    }

    /** A provider whose way out cannot be used is still one to sign in through. */
    private static Optional<ProviderMetadata.Logout> logout(Element descriptor) {
        return redirected(descriptor, "SingleLogoutService").flatMap(endpoint -> {
            Optional<URI> requests = Xml.attribute(endpoint, "Location").flatMap(MetadataReader::address);
            Optional<URI> answers = Xml.attribute(endpoint, "ResponseLocation").flatMap(MetadataReader::address);
            return requests.map(address -> new ProviderMetadata.Logout(address, answers.orElse(address)));
        });
    }

    private static Optional<Element> redirected(Element descriptor, String service) {
        return Xml.children(descriptor, Names.METADATA, service).stream()
                .filter(endpoint -> Xml.attribute(endpoint, "Binding").equals(Optional.of(Names.REDIRECT)))
                .findFirst();
    }

    /** People are sent there, so it must be a web address. */
    private static Optional<URI> address(String location) {
        try {
            URI address = new URI(location);
            boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return isWeb && address.getHost() != null && address.getFragment() == null
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static List<X509Certificate> certificates(Element descriptor) throws MetadataProblem {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Element key : Xml.children(descriptor, Names.METADATA, "KeyDescriptor")) {
            if (Xml.attribute(key, "use").orElse("signing").equals("signing")) {
                for (Element element : Xml.all(key)) {
                    if (Xml.is(element, Names.SIGNATURE, "X509Certificate")) {
                        certificates.add(certificate(Xml.text(element)));
                    }
                }
            }
        }
        return certificates.stream()
                .filter(certificate -> Algorithms.accepts(certificate.getPublicKey()))
                .distinct()
                .toList();
    }

    private static X509Certificate certificate(String base64) throws MetadataProblem {
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(base64);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new MetadataProblem("A certificate cannot be read: " + e.getMessage());
        }
    }
}
