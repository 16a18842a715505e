package io.gatehouse.testing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A device with one passkey and the browser before it, after WebAuthn level 3, written apart from the server. */
public final class PasskeyDevice {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int HAS_KEY = 0x40;

    private final KeyPair key;
    private final byte[] credential = new byte[32];
    private String origin = "http://localhost:0";
    private boolean verifiesUser = true;
    private int count;
    private String user = "";

    /** A new one. */
    public PasskeyDevice() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            key = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        new SecureRandom().nextBytes(credential);
    }

    /** Behaves as if the page came from there. */
    public PasskeyDevice at(String address) {
        origin = address;
        return this;
    }

    /** Does not check who holds it. */
    public PasskeyDevice withoutCheckingItsHolder() {
        verifiesUser = false;
        return this;
    }

    /** Counts signatures from there on. */
    public PasskeyDevice counting(int from) {
        count = from;
        return this;
    }

    /** Adds it to the person of a signed-in browser, as the console does. */
    public PasskeyDevice addTo(Api browser, String name) {
        Api.Answer options = browser.post("/api/account/factors/passkeys/options");
        Api.Answer added =
                browser.post("/api/account/factors/passkeys", Map.of("name", name, "answer", make(options.json())));
        if (added.status() != 200) {
            throw new IllegalStateException("No passkey: " + added.status() + " " + added.body());
        }
        return this;
    }

    /** What the browser answers to options for making a passkey. */
    public String make(JsonNode options) {
        user = options.at("/user/id").asString();
        byte[] data = concat(
                authenticatorData(options.at("/rp/id").asString(), HAS_KEY),
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) credential.length).array(),
                credential,
                publicKey());
        byte[] attestation = concat(
                bytes(0xa3),
                text("fmt"),
                text("none"),
                text("attStmt"),
                bytes(0xa0),
                text("authData"),
                bytes(0x59, data.length >> 8, data.length & 0xff),
                data);
        return answer(Map.of(
                "clientDataJSON", base64(clientData("webauthn.create", options)),
                "attestationObject", base64(attestation),
                "transports", List.of("internal")));
    }

    /** What the browser answers to options for using a passkey. */
    public String sign(JsonNode options) {
        byte[] data = authenticatorData(options.at("/rpId").asString(), 0);
        byte[] client = clientData("webauthn.get", options);
        return answer(Map.of(
                "clientDataJSON", base64(client),
                "authenticatorData", base64(data),
                "signature", base64(signature(concat(data, sha256(client)))),
                "userHandle", user));
    }

    private byte[] authenticatorData(String party, int flags) {
        int all = flags | USER_PRESENT | (verifiesUser ? USER_VERIFIED : 0);
        count = count == 0 ? 0 : count + 1;
        return concat(
                sha256(party.getBytes(StandardCharsets.UTF_8)),
                bytes(all),
                ByteBuffer.allocate(Integer.BYTES).putInt(count).array());
    }

    private byte[] clientData(String type, JsonNode options) {
        return JSON.writeValueAsBytes(Map.of(
                "type",
                type,
                "challenge",
                options.at("/challenge").asString(),
                "origin",
                origin,
                "crossOrigin",
                false));
    }

    private String answer(Map<String, Object> response) {
        return JSON.writeValueAsString(Map.of(
                "id",
                base64(credential),
                "rawId",
                base64(credential),
                "type",
                "public-key",
                "response",
                response,
                "clientExtensionResults",
                Map.of(),
                "authenticatorAttachment",
                "platform"));
    }

    /** COSE key of ES256, RFC 9053. */
    private byte[] publicKey() {
        var point = ((ECPublicKey) key.getPublic()).getW();
        return concat(
                bytes(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20),
                coordinate(point.getAffineX()),
                bytes(0x22, 0x58, 0x20),
                coordinate(point.getAffineY()));
    }

    private static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] result = new byte[32];
        int length = Math.min(bytes.length, result.length);
        System.arraycopy(bytes, bytes.length - length, result, result.length - length, length);
        return result;
    }

    private byte[] signature(byte[] data) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key.getPrivate());
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] text(String text) {
        return concat(bytes(0x60 + text.length()), text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
