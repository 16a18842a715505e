package io.gatehouse.identity.saml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.xml.security.signature.XMLSignature;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Writes messages into addresses: deflated, in Base64, and signed over the query as it stands. */
final class RedirectBinding {

    private static final String ALGORITHM = XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256;

    private RedirectBinding() {}

    static URI address(
            URI endpoint,
            String parameter,
            Element message,
            @Nullable String relayState,
            @Nullable ServiceProviderKey signer) {
        String query = parameter + "=" + encoded(Base64.getEncoder().encodeToString(deflated(text(message))));
        if (relayState != null) {
            query += "&RelayState=" + encoded(relayState);
        }
        String separator = endpoint.getRawQuery() == null ? "?" : "&";
        return URI.create(endpoint + separator + (signer == null ? query : signedQuery(query, signer)));
    }

    static String signedQuery(String query, ServiceProviderKey signer) {
        String signed = query + "&SigAlg=" + encoded(ALGORITHM);
        return signed + "&Signature=" + encoded(Base64.getEncoder().encodeToString(signature(signed, signer)));
    }

    static String text(Element message) {
        try {
            Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(message), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] deflated(String text) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    private static byte[] signature(String query, ServiceProviderKey signer) {
        try {
            Signature signature = Signature.getInstance(Algorithms.SIGNATURES.get(ALGORITHM));
            signature.initSign(signer.privateKey());
            signature.update(query.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
