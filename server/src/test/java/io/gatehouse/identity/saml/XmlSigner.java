package io.gatehouse.identity.saml;

import java.security.Key;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.keyinfo.KeyInfo;
import javax.xml.crypto.dsig.keyinfo.KeyInfoFactory;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.w3c.dom.Element;

/** Signs as identity providers do, and as they should not, with the JDK's own implementation. */
record XmlSigner(
        Key key, TestKeys shown, String signature, String digest, String canonicalization, List<String> transforms) {

    static final String RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    static final String SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    private static final XMLSignatureFactory FACTORY = XMLSignatureFactory.getInstance("DOM");

    static XmlSigner of(TestKeys keys) {
        return new XmlSigner(
                keys.pair().getPrivate(),
                keys,
                keys.pair().getPrivate().getAlgorithm().equals("EC")
                        ? "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
                        : RSA_SHA256,
                SHA256,
                CanonicalizationMethod.EXCLUSIVE,
                List.of(Transform.ENVELOPED, CanonicalizationMethod.EXCLUSIVE));
    }

    XmlSigner withKey(Key other) {
        return new XmlSigner(other, shown, signature, digest, canonicalization, transforms);
    }

    XmlSigner withSignature(String other) {
        return new XmlSigner(key, shown, other, digest, canonicalization, transforms);
    }

    XmlSigner withDigest(String other) {
        return new XmlSigner(key, shown, signature, other, canonicalization, transforms);
    }

    XmlSigner withCanonicalization(String other) {
        return new XmlSigner(key, shown, signature, digest, other, transforms);
    }

    XmlSigner withTransforms(String... others) {
        return new XmlSigner(key, shown, signature, digest, canonicalization, List.of(others));
    }

    /** Signs an element by its own id, the signature after its issuer. */
    void sign(Element element) {
        sign(element, List.of("#" + element.getAttribute("ID")));
    }

    void sign(Element element, List<String> uris) {
        try {
            element.setIdAttribute("ID", true);
            List<Reference> references = new ArrayList<>();
            for (String uri : uris) {
                references.add(
                        FACTORY.newReference(uri, FACTORY.newDigestMethod(digest, null), transformList(), null, null));
            }
            SignedInfo info = FACTORY.newSignedInfo(
                    FACTORY.newCanonicalizationMethod(canonicalization, (C14NMethodParameterSpec) null),
                    FACTORY.newSignatureMethod(signature, null),
                    references);
            KeyInfoFactory keys = FACTORY.getKeyInfoFactory();
            KeyInfo keyInfo = keys.newKeyInfo(List.of(keys.newX509Data(List.of(shown.certificate()))));
            DOMSignContext context =
                    new DOMSignContext(key, element, element.getFirstChild().getNextSibling());
            context.setProperty("org.jcp.xml.dsig.secureValidation", Boolean.FALSE);
            FACTORY.newXMLSignature(info, keyInfo).sign(context);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Transform> transformList() throws Exception {
        List<Transform> list = new ArrayList<>();
        for (String transform : transforms) {
            list.add(FACTORY.newTransform(transform, (TransformParameterSpec) null));
        }
        return list;
    }
}
