package io.gatehouse.identity.saml;

import java.util.Arrays;
import java.util.Optional;

/** How a message travels through the browser. */
public enum Binding {
    REDIRECT("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"),
    POST("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST");

    private final String uri;

    Binding(String uri) {
        this.uri = uri;
    }

    /** The name in the standard. */
    public String uri() {
        return uri;
    }

    static Optional<Binding> of(String uri) {
        return Arrays.stream(values())
                .filter(binding -> binding.uri.equals(uri))
                .findFirst();
    }
}
