package io.gatehouse.identity.saml;

import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.xml.security.Init;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.w3c.dom.Element;

/**
 * Checks the signature of one element and gives back what was signed: the very bytes whose digest was compared, read anew.
 * What a forger wraps around, beside or inside a signed element is not in them.
 */
final class SignatureCheck {

    static {
        Init.init();
    }

    private SignatureCheck() {}

    static boolean isSigned(Element element) {
        return !Xml.children(element, Names.SIGNATURE, "Signature").isEmpty();
    }

    /** The signed content of an element that carries its own signature, by one of these certificates. */
    static Element signedContent(Element signed, Collection<X509Certificate> trusted) {
        Element signature = Xml.required(signed, Names.SIGNATURE, "Signature");
        checkShape(signed, signature);
        signed.setIdAttributeNS(null, "ID", true);
        for (X509Certificate certificate : trusted) {
            byte[] content = verify(signature, certificate);
            if (content.length > 0) {
                return Xml.parse(content);
            }
        }
        throw new RefusedMessage(
                Refusal.WRONG_SIGNATURE,
                "No certificate of the provider fits the signature of its " + signed.getLocalName());
    }

    private static byte[] verify(Element signature, X509Certificate certificate) {
        try {
            XMLSignature check = new XMLSignature(signature, "", true);
            boolean holds = Algorithms.accepts(certificate.getPublicKey())
                    && check.checkSignatureValue(certificate.getPublicKey());
            return holds ? check.getSignedInfo().item(0).getReferencedBytes() : new byte[0];
        } catch (XMLSecurityException | IllegalArgumentException e) {
            // A key of another kind than the signature's, and broken Base64, are reported like this, too.
            return new byte[0];
        }
    }

    /** One reference, to the element that carries the signature, by what is accepted. The key that it names is not looked at. */
    private static void checkShape(Element signed, Element signature) {
        if (!Xml.children(signature, Names.SIGNATURE, "Object").isEmpty()) {
            throw new RefusedMessage(Refusal.AMBIGUOUS, "The signature contains objects");
        }
        Element info = Xml.required(signature, Names.SIGNATURE, "SignedInfo");
        checkAlgorithm(info, "CanonicalizationMethod", Algorithms.CANONICALIZATIONS);
        checkAlgorithm(info, "SignatureMethod", Algorithms.SIGNATURES.keySet());
        Element reference = Xml.required(info, Names.SIGNATURE, "Reference");
        checkAlgorithm(reference, "DigestMethod", Algorithms.DIGESTS);
        checkTransforms(reference);
        String id = Xml.attribute(signed, "ID").orElse("");
        if (id.isEmpty() || !Xml.attribute(reference, "URI").orElse("").equals("#" + id)) {
            throw new RefusedMessage(Refusal.AMBIGUOUS, "The signature is of another element than the one that has it");
        }
    }

    private static void checkTransforms(Element reference) {
        List<Element> transforms =
                Xml.children(Xml.required(reference, Names.SIGNATURE, "Transforms"), Names.SIGNATURE, "Transform");
        transforms.forEach(transform -> checkAccepted(transform, Algorithms.TRANSFORMS));
        if (transforms.size() != Algorithms.TRANSFORMS.size()
                || transforms.stream()
                                .map(transform -> Xml.attribute(transform, "Algorithm"))
                                .distinct()
                                .count()
                        != Algorithms.TRANSFORMS.size()) {
            throw new RefusedMessage(
                    Refusal.UNACCEPTED_ALGORITHM, "The signature has other transforms than the standard's");
        }
    }

    private static void checkAlgorithm(Element parent, String name, Set<String> accepted) {
        checkAccepted(Xml.required(parent, Names.SIGNATURE, name), accepted);
    }

    private static void checkAccepted(Element method, Set<String> accepted) {
        String algorithm = Xml.attribute(method, "Algorithm").orElse("");
        if (!accepted.contains(algorithm)) {
            throw new RefusedMessage(
                    Refusal.UNACCEPTED_ALGORITHM, method.getLocalName() + " " + algorithm + " is not accepted");
        }
    }
}
