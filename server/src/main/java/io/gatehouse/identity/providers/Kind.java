package io.gatehouse.identity.providers;

/** The protocol that an identity provider speaks. */
public enum Kind {
    OIDC,
    SAML,
    LDAP
}
