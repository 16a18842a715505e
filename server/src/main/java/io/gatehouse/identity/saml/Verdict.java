package io.gatehouse.identity.saml;

/** What a provider's answer is worth. */
public sealed interface Verdict {

    /** It proves who somebody is, once: whoever asked forgets the request when the answer comes. */
    record Verified(SamlProof proof) implements Verdict {}

    /**
     * It proves nothing.
     *
     * @param detail for the administrator who set the provider up
     */
    record Refused(Refusal reason, String detail) implements Verdict {}
}
