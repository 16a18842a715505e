package io.gatehouse.identity.factor;

import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a browser and a device tell each other, in the JSON of WebAuthn level 3. */
final class PasskeyMessages {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private PasskeyMessages() {}

    /** What a browser takes as options. */
    static Map<String, Object> options(Object options) {
        return JSON.convertValue(options, new TypeReference<>() {});
    }

    /** What a device says that has made a key; empty when it is not whole. */
    static Optional<PublicKeyCredential<AuthenticatorAttestationResponse>> added(String text) {
        return read(text, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {})
                .filter(credential -> credential.getResponse().getAttestationObject() != null);
    }

    /** What a device says that has used a key; empty when it is not whole. */
    static Optional<PublicKeyCredential<AuthenticatorAssertionResponse>> shown(String text) {
        return read(text, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {})
                .filter(credential -> credential.getResponse().getAuthenticatorData() != null
                        && credential.getResponse().getSignature() != null);
    }

    /** The challenge that the device says it signed. */
    static Optional<byte[]> challenge(AuthenticatorResponse response) {
        try {
            String challenge = JSON.readTree(response.getClientDataJSON().getBytes())
                    .path("challenge")
                    .asString("");
            return Optional.of(Base64.getUrlDecoder().decode(challenge));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <R extends AuthenticatorResponse> Optional<PublicKeyCredential<R>> read(
            String text, TypeReference<PublicKeyCredential<R>> type) {
        try {
            return Optional.ofNullable(JSON.readValue(text, type))
                    .filter(credential -> credential.getRawId() != null
                            && credential.getResponse() != null
                            && credential.getResponse().getClientDataJSON() != null);
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
