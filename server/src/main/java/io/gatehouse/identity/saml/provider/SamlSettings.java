package io.gatehouse.identity.saml.provider;

import io.gatehouse.identity.providers.IdentityProvider;
import io.gatehouse.identity.saml.MetadataProblem;
import io.gatehouse.identity.saml.MetadataReader;
import io.gatehouse.kernel.ProblemException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * What a SAML provider is set up with: its metadata, from an address that is read again and again, or uploaded.
 *
 * @param metadata as uploaded; empty when there is an address
 * @param metadataAddress where the provider publishes it; empty when it was uploaded
 */
record SamlSettings(String metadata, String metadataAddress) {

    static final String METADATA = "metadata";
    static final String METADATA_ADDRESS = "metadataAddress";
    private static final int LONGEST_ADDRESS = 1000;

    static SamlSettings of(IdentityProvider provider) {
        return new SamlSettings(provider.setting(METADATA), provider.setting(METADATA_ADDRESS));
    }

    static Map<String, String> checked(Map<String, String> given, Instant now) {
        String metadata = given.getOrDefault(METADATA, "").strip();
        String address = given.getOrDefault(METADATA_ADDRESS, "").strip();
        if (!address.isEmpty() && (address.length() > LONGEST_ADDRESS || !isWebAddress(address))) {
            throw ProblemException.invalid(
                    "settings.metadataAddress", "must be an https address, such as https://id.example.com/metadata");
        }
        if (!metadata.isEmpty()) {
            checkMetadata(metadata, now);
        }
        return Map.of(METADATA, address.isEmpty() ? metadata : "", METADATA_ADDRESS, address);
    }

    private static void checkMetadata(String metadata, Instant now) {
        try {
            MetadataReader.read(metadata.getBytes(StandardCharsets.UTF_8), now);
        } catch (MetadataProblem e) {
            throw ProblemException.invalid(
                    "settings.metadata", "must be the metadata of one SAML 2.0 identity provider. " + e.getMessage());
        }
    }

    /** Plain http is for a provider on this very machine: whoever can change metadata on its way can be anybody. */
    private static boolean isWebAddress(String text) {
        try {
            URI address = new URI(text);
            return address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawFragment() == null
                    && ("https".equals(address.getScheme()) || isHere(address));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isHere(URI address) {
        try {
            return "http".equals(address.getScheme())
                    && ("localhost".equals(address.getHost())
                            || InetAddress.ofLiteral(address.getHost()).isLoopbackAddress());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
