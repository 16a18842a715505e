package io.gatehouse.identity.saml;

import java.security.Key;
import java.util.List;
import java.util.Set;
import org.apache.xml.security.Init;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.encryption.XMLEncryptionException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Opens an encrypted assertion: only ciphers that notice a change, so that nobody learns from how it fails. */
final class Decryption {

    static {
        Init.init();
    }

    private Decryption() {}

    static Element decrypt(Element encrypted, List<ServiceProviderKey> keys) {
        Element data = Xml.required(encrypted, Names.ENCRYPTION, "EncryptedData");
        Element wrappedKey = onlyKey(encrypted);
        String algorithm = accepted(data, Algorithms.CONTENT_ENCRYPTIONS);
        accepted(wrappedKey, Algorithms.KEY_ENCRYPTIONS);
        for (ServiceProviderKey key : keys) {
            byte[] content = decrypt(data, wrappedKey, algorithm, key);
            if (content.length > 0) {
                return Xml.parse(content);
            }
        }
        throw new RefusedMessage(Refusal.NOT_DECRYPTED, "The assertion is encrypted for another certificate than ours");
    }

    private static byte[] decrypt(Element data, Element wrappedKey, String algorithm, ServiceProviderKey key) {
        Document document = data.getOwnerDocument();
        try {
            XMLCipher unwrapping = XMLCipher.getInstance();
            unwrapping.setSecureValidation(true);
            unwrapping.init(XMLCipher.UNWRAP_MODE, key.privateKey());
            Key contentKey = unwrapping.decryptKey(unwrapping.loadEncryptedKey(document, wrappedKey), algorithm);
            XMLCipher opening = XMLCipher.getInstance();
            opening.setSecureValidation(true);
            opening.init(XMLCipher.DECRYPT_MODE, contentKey);
            return opening.decryptToByteArray(data);
        } catch (XMLEncryptionException | IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** Providers put it inside the data or beside it. */
    private static Element onlyKey(Element encrypted) {
        List<Element> found = Xml.all(encrypted).stream()
                .filter(element -> Xml.is(element, Names.ENCRYPTION, "EncryptedKey"))
                .toList();
        if (found.size() != 1) {
            throw new RefusedMessage(Refusal.AMBIGUOUS, "The encrypted assertion has " + found.size() + " keys");
        }
        return found.getFirst();
    }

    private static String accepted(Element part, Set<String> algorithms) {
        String algorithm = Xml.attribute(Xml.required(part, Names.ENCRYPTION, "EncryptionMethod"), "Algorithm")
                .orElse("");
        if (!algorithms.contains(algorithm)) {
            throw new RefusedMessage(
                    Refusal.UNACCEPTED_ALGORITHM, part.getLocalName() + " by " + algorithm + " is not accepted");
        }
        return algorithm;
    }
}
