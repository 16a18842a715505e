package io.gatehouse.identity.saml;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A key of ours that signs what we ask and opens what is encrypted for us. */
public record ServiceProviderKey(PrivateKey privateKey, X509Certificate certificate) {

    @Override
    public String toString() {
        return "ServiceProviderKey[" + certificate.getSerialNumber() + "]";
    }
}
