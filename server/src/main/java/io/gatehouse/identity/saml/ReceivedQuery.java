package io.gatehouse.identity.saml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.w3c.dom.Element;

/**
 * Reads messages out of addresses, as {@link RedirectBinding} writes them.
 *
 * @param parameters as they stand in the address: their very characters are signed
 */
record ReceivedQuery(Map<String, String> parameters) {

    private static final int LONGEST = 64 * 1024;

    static ReceivedQuery of(String query) {
        if (query.length() > LONGEST) {
            throw new RefusedMessage(Refusal.UNREADABLE, "The query is longer than " + LONGEST);
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : query.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            if (parameters.put(name, part.substring(equals + 1)) != null) {
                throw new RefusedMessage(Refusal.AMBIGUOUS, "The query has " + name + " more than once");
            }
        }
        return new ReceivedQuery(Map.copyOf(parameters));
    }

    /** A message that is signed by one of these certificates. It is not looked into before that is known. */
    Element signedMessage(String parameter, Collection<X509Certificate> trusted) {
        if (!parameters.containsKey("Signature") || !parameters.containsKey("SigAlg")) {
            throw new RefusedMessage(Refusal.UNSIGNED, "The " + parameter + " is not signed");
        }
        String algorithm = Algorithms.SIGNATURES.get(decoded("SigAlg"));
        if (algorithm == null) {
            throw new RefusedMessage(Refusal.UNACCEPTED_ALGORITHM, "The algorithm of the signature is not accepted");
        }
        byte[] signed = signed(parameter).getBytes(StandardCharsets.US_ASCII);
        byte[] signature = bytes("Signature");
        if (trusted.stream().noneMatch(certificate -> fits(certificate, algorithm, signed, signature))) {
            throw new RefusedMessage(Refusal.WRONG_SIGNATURE, "No certificate of the provider fits the signature");
        }
        return message(parameter);
    }

    /** A message, whoever it is from. */
    Element message(String parameter) {
        Element message = Xml.parse(inflated(bytes(parameter)));
        Structure.check(message);
        return message;
    }

    private static byte[] inflated(byte[] deflated) {
        Inflater inflater = new Inflater(true);
        try (InputStream inflated = new InflaterInputStream(new ByteArrayInputStream(deflated), inflater)) {
            byte[] xml = inflated.readNBytes(LONGEST + 1);
            if (xml.length > LONGEST) {
                throw new RefusedMessage(Refusal.UNREADABLE, "The message is longer than " + LONGEST);
            }
            return xml;
        } catch (IOException e) {
            throw new RefusedMessage(Refusal.UNREADABLE, "The message is not deflated");
        } finally {
            inflater.end();
        }
    }

    /** In the order that the standard fixes, whatever the order in the address. */
    private String signed(String parameter) {
        return String.join(
                "&",
                List.of(parameter, "RelayState", "SigAlg").stream()
                        .filter(parameters::containsKey)
                        .map(name -> name + "=" + parameters.get(name))
                        .toList());
    }

    private static boolean fits(X509Certificate certificate, String algorithm, byte[] signed, byte[] signature) {
        try {
            Signature check = Signature.getInstance(algorithm);
            check.initVerify(certificate.getPublicKey());
            check.update(signed);
            return Algorithms.accepts(certificate.getPublicKey()) && check.verify(signature);
        } catch (GeneralSecurityException e) {
            // A key of another kind than the signature's, and damaged signatures, are reported like this.
            return false;
        }
    }

    private byte[] bytes(String parameter) {
        try {
            return Base64.getMimeDecoder().decode(decoded(parameter).getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new RefusedMessage(Refusal.UNREADABLE, parameter + " is not in Base64");
        }
    }

    private String decoded(String parameter) {
        try {
            return URLDecoder.decode(parameters.getOrDefault(parameter, ""), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedMessage(Refusal.UNREADABLE, parameter + " is not encoded for an address");
        }
    }
}
