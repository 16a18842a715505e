package io.gatehouse.identity.saml;

/** What somebody gave as an identity provider's metadata is none that can be used; the message says why. */
public final class MetadataProblem extends Exception {

    private static final long serialVersionUID = 1L;

    MetadataProblem(String why) {
        super(why);
    }
}
