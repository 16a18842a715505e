package io.gatehouse.identity.tokens;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.PublicEndpoint;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes the token server as RFC 8414 says. The library's own description also tells of what is closed here. */
@RestController
final class MetadataController {

    private static final List<String> METHODS = List.of("client_secret_basic", "client_secret_post", "none");

    private final PublicAddress address;

    MetadataController(PublicAddress address) {
        this.address = address;
    }

    /** The fields have the names of RFC 8414. */
    record Metadata(
            String issuer,
            @JsonProperty("token_endpoint") String tokenEndpoint,
            @JsonProperty("device_authorization_endpoint") String deviceAuthorizationEndpoint,
            @JsonProperty("revocation_endpoint") String revocationEndpoint,
            @JsonProperty("jwks_uri") String jwksUri,
            @JsonProperty("grant_types_supported") List<String> grantTypes,
            @JsonProperty("response_types_supported") List<String> responseTypes,

            @JsonProperty("token_endpoint_auth_methods_supported")
            List<String> tokenMethods,

            @JsonProperty("revocation_endpoint_auth_methods_supported")
            List<String> revocationMethods) {}

    @GetMapping("/.well-known/oauth-authorization-server")
    @PublicEndpoint("Where tokens are got is public knowledge, and nobody's data")
    Metadata metadata() {
        return new Metadata(
                address.of(""),
                address.of("/oauth2/token"),
                address.of("/oauth2/device_authorization"),
                address.of("/oauth2/revoke"),
                address.of("/oauth2/jwks"),
                List.of("client_credentials", "refresh_token", "urn:ietf:params:oauth:grant-type:device_code"),
                List.of(),
                METHODS,
                METHODS);
    }
}
