package io.gatehouse.identity.saml;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;
import java.util.Set;
import org.apache.xml.security.algorithms.MessageDigestAlgorithm;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.encryption.XMLCipher;
import org.apache.xml.security.signature.XMLSignature;
import org.apache.xml.security.transforms.Transforms;

/** What is accepted: no SHA-1, no shared secrets, no block modes without authentication, nothing that leaves comments in. */
final class Algorithms {

    static final Set<String> CANONICALIZATIONS = Set.of(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
    static final Set<String> TRANSFORMS =
            Set.of(Transforms.TRANSFORM_ENVELOPED_SIGNATURE, Transforms.TRANSFORM_C14N_EXCL_OMIT_COMMENTS);
    static final Set<String> DIGESTS = Set.of(
            MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA256,
            MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA384,
            MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA512);
    static final Set<String> CONTENT_ENCRYPTIONS =
            Set.of(XMLCipher.AES_128_GCM, XMLCipher.AES_192_GCM, XMLCipher.AES_256_GCM);
    static final Set<String> KEY_ENCRYPTIONS = Set.of(XMLCipher.RSA_OAEP, XMLCipher.RSA_OAEP_11);

    /** Signature algorithm to its name in the JDK. */
    static final Map<String, String> SIGNATURES = Map.of(
            XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA256, "SHA256withRSA",
            XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA384, "SHA384withRSA",
            XMLSignature.ALGO_ID_SIGNATURE_RSA_SHA512, "SHA512withRSA",
            XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA256, "SHA256withECDSAinP1363Format",
            XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA384, "SHA384withECDSAinP1363Format",
            XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA512, "SHA512withECDSAinP1363Format");

    private static final int SHORTEST_RSA_BITS = 2048;
    private static final int SHORTEST_CURVE_BITS = 256;

    private Algorithms() {}

    /** Whether such a key is long enough to be trusted. */
    static boolean accepts(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= SHORTEST_RSA_BITS;
            case ECPublicKey curve -> curve.getParams().getCurve().getField().getFieldSize() >= SHORTEST_CURVE_BITS;
            default -> false;
        };
    }
}
