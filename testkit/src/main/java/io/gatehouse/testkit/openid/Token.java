package io.gatehouse.testkit.openid;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** Writes ID tokens, right ones and others. */
final class Token {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Token() {}

    static String signed(Map<String, ?> claims, KeyPair key, String keyId) throws GeneralSecurityException {
        String content = part(Map.of("alg", "RS256", "kid", keyId)) + "." + part(claims);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key.getPrivate());
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + BASE64.encodeToString(signature.sign());
    }

    static String unsigned(Map<String, ?> claims) {
        return part(Map.of("alg", "none")) + "." + part(claims) + ".";
    }

    static String signedBy(Map<String, ?> claims, String secret) throws GeneralSecurityException {
        String content = part(Map.of("alg", "HS256")) + "." + part(claims);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return content + "." + BASE64.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
    }

    static String base64(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }

    private static String part(Map<String, ?> content) {
        return BASE64.encodeToString(JSON.writeValueAsBytes(content));
    }
}
