package io.gatehouse.identity.providers;

/** Products whose ways are known, so that less has to be entered. */
public enum Preset {
    ENTRA_ID,
    OKTA,
    GOOGLE,
    KEYCLOAK,
    ACTIVE_DIRECTORY,
    OTHER
}
