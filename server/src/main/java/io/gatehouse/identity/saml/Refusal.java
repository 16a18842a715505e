package io.gatehouse.identity.saml;

/** Why a message is no proof. */
public enum Refusal {
    /** It is too large or too deep, has a document type, or is no XML. */
    UNREADABLE,
    /** It is another message than the one that was due. */
    WRONG_MESSAGE,
    /** The provider says that it did not succeed. */
    NOT_SUCCESSFUL,
    /** Another issuer than the provider. */
    WRONG_ISSUER,
    /** Nothing is signed that would have to be. */
    UNSIGNED,
    /** An algorithm that is not accepted, or a shape of signature that nobody needs. */
    UNACCEPTED_ALGORITHM,
    /** The signature is not by a certificate of the provider, or the content was changed. */
    WRONG_SIGNATURE,
    /** The document is built such that what is signed and what is read could differ. */
    AMBIGUOUS,
    /** It cannot be decrypted by a key of ours. */
    NOT_DECRYPTED,
    /** It answers another request, or none. */
    NOT_ASKED_FOR,
    /** It is meant for another address. */
    WRONG_DESTINATION,
    /** It is meant for another service. */
    WRONG_AUDIENCE,
    /** It is not valid yet; perhaps a clock is wrong. */
    TOO_EARLY,
    /** It is not valid any more. */
    TOO_LATE,
    /** It says nothing about whom, or nothing that Gatehouse could hold them to. */
    NO_SUBJECT,
    /** It holds only under a condition that Gatehouse does not know. */
    UNKNOWN_CONDITION
}
