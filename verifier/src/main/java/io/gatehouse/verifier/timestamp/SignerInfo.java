package io.gatehouse.verifier.timestamp;

import io.gatehouse.verifier.encoding.MalformedException;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who signed a token, and how.
 *
 * @param attributes what was signed, as it was
 * @param values the one value of each attribute
 */
record SignerInfo(String digest, byte[] attributes, Map<String, Der> values, Der algorithm, byte[] signature) {

    private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
    private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    private static final String SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
    private static final String SIGNING_CERTIFICATE_2 = "1.2.840.113549.1.9.16.2.47";
    private static final String RSA = "1.2.840.113549.1.1.1";
    private static final String RSA_PSS = "1.2.840.113549.1.1.10";
    private static final int TAGGED_0 = 0xa0;
    private static final Map<String, String> DIGESTS = Map.of(
            "2.16.840.1.101.3.4.2.1", "SHA-256",
            "2.16.840.1.101.3.4.2.2", "SHA-384",
            "2.16.840.1.101.3.4.2.3", "SHA-512");
    private static final Map<String, String> SIGNATURES = Map.of(
            "1.2.840.113549.1.1.11",
            "SHA256withRSA",
            "1.2.840.113549.1.1.12",
            "SHA384withRSA",
            "1.2.840.113549.1.1.13",
            "SHA512withRSA",
            RSA_PSS,
            "RSASSA-PSS",
            "1.2.840.10045.4.3.2",
            "SHA256withECDSA",
            "1.2.840.10045.4.3.3",
            "SHA384withECDSA",
            "1.2.840.10045.4.3.4",
            "SHA512withECDSA",
            "1.3.101.112",
            "Ed25519");

    static SignerInfo read(Der info) throws MalformedException {
        List<Der> fields = info.sequence();
        if (fields.size() < 6 || fields.get(3).tag() != TAGGED_0) {
            throw Der.broken();
        }
        return new SignerInfo(
                digestName(fields.get(2).sequence().getFirst().identifier()),
                fields.get(3).encodedAs(Der.SET),
                values(fields.get(3)),
                fields.get(4).expect(Der.SEQUENCE),
                fields.get(5).expect(Der.OCTET_STRING).content());
    }

    private static Map<String, Der> values(Der attributes) throws MalformedException {
        Map<String, Der> values = new HashMap<>();
        for (Der attribute : attributes.items()) {
            List<Der> parts = attribute.sequence();
            if (parts.size() != 2
                    || parts.get(1).expect(Der.SET).items().size() != 1
                    || values.put(
                                    parts.getFirst().identifier(),
                                    parts.get(1).items().getFirst())
                            != null) {
                throw Der.broken();
            }
        }
        return values;
    }

    /** Whether the attributes are about the content and name the certificate, and the certificate's key signed them. */
    boolean isBy(X509Certificate certificate, byte[] content) throws MalformedException {
        try {
            return attribute(CONTENT_TYPE).identifier().equals(TimestampToken.INFO)
                    && Arrays.equals(
                            attribute(MESSAGE_DIGEST).expect(Der.OCTET_STRING).content(),
                            MessageDigest.getInstance(digest).digest(content))
                    && names(certificate.getEncoded())
                    && holds(certificate.getPublicKey());
        } catch (GeneralSecurityException | IOException e) {
            return false;
        }
    }

    private Der attribute(String identifier) throws MalformedException {
        Der value = values.get(identifier);
        if (value == null) {
            throw Der.broken();
        }
        return value;
    }

    /** RFC 5816 and RFC 2634: else another certificate of the same key could be put in its place. */
    private boolean names(byte[] certificate) throws MalformedException, GeneralSecurityException {
        boolean second = values.containsKey(SIGNING_CERTIFICATE_2);
        Der attribute = attribute(second ? SIGNING_CERTIFICATE_2 : SIGNING_CERTIFICATE);
        List<Der> first = attribute.sequence().getFirst().sequence().getFirst().sequence();
        String algorithm = second ? "SHA-256" : "SHA-1";
        Der hash = first.getFirst();
        if (second && hash.tag() == Der.SEQUENCE) {
            algorithm = digestName(hash.sequence().getFirst().identifier());
            hash = first.get(1);
        }
        return Arrays.equals(
                hash.expect(Der.OCTET_STRING).content(),
                MessageDigest.getInstance(algorithm).digest(certificate));
    }

    private boolean holds(PublicKey key) throws MalformedException, GeneralSecurityException, IOException {
        String identifier = algorithm.items().getFirst().identifier();
        String name = identifier.equals(RSA) ? digest.replace("-", "") + "withRSA" : SIGNATURES.get(identifier);
        if (name == null) {
            throw new MalformedException("a time stamp is signed by an algorithm that is not understood");
        }
        Signature verifier = Signature.getInstance(name);
        if (identifier.equals(RSA_PSS)) {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance(name);
            parameters.init(algorithm.items().getLast().encoded());
            verifier.setParameter(parameters.getParameterSpec(PSSParameterSpec.class));
        }
        verifier.initVerify(key);
        verifier.update(attributes);
        return verifier.verify(signature);
    }

    private static String digestName(String identifier) throws MalformedException {
        String name = DIGESTS.get(identifier);
        if (name == null) {
            throw new MalformedException("a time stamp uses a hash that is not understood");
        }
        return name;
    }
}
