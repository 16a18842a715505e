package io.gatehouse.identity.oidc;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;

/**
 * What must be known again when the answer comes.
 *
 * @param nonce that the ID token must name
 * @param verifier whose hash the provider was told, so that nobody else can use the code
 */
record AttemptDetails(Nonce nonce, CodeVerifier verifier) {

    static AttemptDetails next() {
        return new AttemptDetails(new Nonce(), new CodeVerifier());
    }

    static AttemptDetails of(String text) {
        String[] parts = text.split(" ", 2);
        return new AttemptDetails(new Nonce(parts[0]), new CodeVerifier(parts[1]));
    }

    String text() {
        return nonce.getValue() + " " + verifier.getValue();
    }

    @Override
    public String toString() {
        return "AttemptDetails[...]";
    }
}
