package io.gatehouse.identity.saml;

/** Forms in which a provider can name somebody. */
public enum NameFormat {
    UNSPECIFIED("urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"),
    EMAIL("urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"),
    PERSISTENT("urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"),
    TRANSIENT("urn:oasis:names:tc:SAML:2.0:nameid-format:transient");

    private final String uri;

    NameFormat(String uri) {
        this.uri = uri;
    }

    /** The name in the standard. */
    public String uri() {
        return uri;
    }
}
