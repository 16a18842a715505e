package io.gatehouse.identity.saml;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The document by which Gatehouse introduces itself to an identity provider. */
public final class ServiceProviderMetadata {

    private ServiceProviderMetadata() {}

    /**
     * Writes it.
     *
     * @param keys all that may sign or decrypt, the coming one among them while keys change
     */
    public static String of(ServiceProvider self, List<ServiceProviderKey> keys) {
        Document document = Xml.empty();
        Element entity = document.createElementNS(Names.METADATA, "md:EntityDescriptor");
        document.appendChild(entity);
        entity.setAttribute("entityID", self.entityId());
        Element descriptor = child(entity, "md:SPSSODescriptor");
        descriptor.setAttribute("AuthnRequestsSigned", "true");
        descriptor.setAttribute("WantAssertionsSigned", "true");
        descriptor.setAttribute("protocolSupportEnumeration", Names.PROTOCOL);
        for (String use : List.of("signing", "encryption")) {
            keys.forEach(key -> addKey(descriptor, use, key.certificate()));
        }
        for (String binding : List.of(Names.REDIRECT, Names.POST)) {
            Element logout = child(descriptor, "md:SingleLogoutService");
            logout.setAttribute("Binding", binding);
            logout.setAttribute("Location", self.singleLogout().toString());
        }
        child(descriptor, "md:NameIDFormat").setTextContent(NameFormat.PERSISTENT.uri());
        Element consumer = child(descriptor, "md:AssertionConsumerService");
        consumer.setAttribute("Binding", Names.POST);
        consumer.setAttribute("Location", self.assertionConsumer().toString());
        consumer.setAttribute("index", "0");
        consumer.setAttribute("isDefault", "true");
        return RedirectBinding.text(entity);
    }

    private static void addKey(Element descriptor, String use, X509Certificate certificate) {
        Element key = child(descriptor, "md:KeyDescriptor");
        key.setAttribute("use", use);
        Element info = signatureChild(key, "ds:KeyInfo");
        Element data = signatureChild(info, "ds:X509Data");
        signatureChild(data, "ds:X509Certificate").setTextContent(encoded(certificate));
    }

    private static Element child(Element parent, String name) {
        return Message.append(parent, Names.METADATA, name);
    }

    private static Element signatureChild(Element parent, String name) {
        return Message.append(parent, Names.SIGNATURE, name);
    }

    private static String encoded(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
