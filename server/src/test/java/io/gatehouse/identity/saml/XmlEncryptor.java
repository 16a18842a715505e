package io.gatehouse.identity.saml;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts an assertion with the JDK's ciphers, as the standard writes it, in good ways and in bad ones. */
record XmlEncryptor(PublicKey recipient, String content, String key) {

    static final String AES_GCM = "http://www.w3.org/2009/xmlenc11#aes256-gcm";
    static final String AES_CBC = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";
    static final String OAEP = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";
    static final String PKCS_1_5 = "http://www.w3.org/2001/04/xmlenc#rsa-1_5";

    static XmlEncryptor of(PublicKey recipient) {
        return new XmlEncryptor(recipient, AES_GCM, OAEP);
    }

    String encrypt(String assertion) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return """
                <saml:EncryptedAssertion><xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" \
                Type="http://www.w3.org/2001/04/xmlenc#Element"><xenc:EncryptionMethod Algorithm="%s"/>\
                <ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedKey>\
                <xenc:EncryptionMethod Algorithm="%s"/><xenc:CipherData><xenc:CipherValue>%s</xenc:CipherValue></xenc:CipherData>\
                </xenc:EncryptedKey></ds:KeyInfo><xenc:CipherData><xenc:CipherValue>%s</xenc:CipherValue></xenc:CipherData>\
                </xenc:EncryptedData></saml:EncryptedAssertion>""".formatted(content, key, base64(wrapped(secret)), base64(sealed(secret, assertion)));
    }

    private byte[] wrapped(byte[] secret) {
        try {
            Cipher cipher = Cipher.getInstance(
                    key.equals(OAEP) ? "RSA/ECB/OAEPWithSHA-1AndMGF1Padding" : "RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.ENCRYPT_MODE, recipient);
            return cipher.doFinal(secret);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] sealed(byte[] secret, String assertion) {
        try {
            boolean gcm = content.equals(AES_GCM);
            byte[] nonce = new byte[gcm ? 12 : 16];
            Cipher cipher = Cipher.getInstance(gcm ? "AES/GCM/NoPadding" : "AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(secret, "AES"),
                    gcm ? new GCMParameterSpec(128, nonce) : new IvParameterSpec(nonce));
            byte[] text = cipher.doFinal(assertion.getBytes(StandardCharsets.UTF_8));
            byte[] all = new byte[nonce.length + text.length];
            System.arraycopy(text, 0, all, nonce.length, text.length);
            return all;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
