package io.gatehouse.identity.tokens;

import io.gatehouse.identity.keys.KeyCheck;
import io.gatehouse.kernel.PublicAddress;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;

/** Spring's authorization server, of which the parts are open that programs need. */
@Configuration(proxyBeanMethods = false)
class TokenServer {

    private static final String[] OPEN = {
        "/oauth2/device_authorization", "/oauth2/token", "/oauth2/revoke", "/oauth2/jwks"
    };

    private final PublicAddress address;
    private final SigningKeys signingKeys;

    TokenServer(PublicAddress address, SigningKeys signingKeys) {
        this.address = address;
        this.signingKeys = signingKeys;
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings() {
        return AuthorizationServerSettings.builder().issuer(address.of("")).build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain tokenChain(
            HttpSecurity http,
            KeyClients clients,
            IssuedTokens tokens,
            AuthorizationServerSettings settings,
            RefusedClients refused,
            Clock clock)
            throws Exception {
        return http.securityMatcher(OPEN)
                .oauth2AuthorizationServer(server -> open(server, refused)
                        .registeredClientRepository(clients)
                        .authorizationService(tokens)
                        .authorizationServerSettings(settings)
                        .tokenGenerator(generator(clock)))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private OAuth2AuthorizationServerConfigurer open(
            OAuth2AuthorizationServerConfigurer server, RefusedClients refused) {
        PublicClient everybodys = new PublicClient();
        return server.deviceAuthorizationEndpoint(endpoint -> endpoint.verificationUri(address.of("/console/connect")))
                .clientAuthentication(client -> client.errorResponseHandler(refused)
                        .authenticationConverter(everybodys)
                        .authenticationProvider(everybodys)
                        .authenticationProviders(providers -> providers.forEach(provider -> {
                            if (provider instanceof ClientSecretAuthenticationProvider secrets) {
                                secrets.setPasswordEncoder(new KeyHashes());
                            }
                        })));
    }

    private OAuth2TokenGenerator<?> generator(Clock clock) {
        JwtGenerator generator = new JwtGenerator(new NimbusJwtEncoder(signingKeys));
        generator.setClock(clock);
        generator.setJwtCustomizer(this::shape);
        return new DelegatingOAuth2TokenGenerator(generator, new RefreshTokenGenerator(clock));
    }

    /** As RFC 9068 says; a token that was asked for without scopes allows what the key allows. */
    private void shape(JwtEncodingContext context) {
        Set<String> scopes = context.getAuthorizedScopes().isEmpty()
                ? context.getRegisteredClient().getScopes()
                : context.getAuthorizedScopes();
        context.getJwsHeader()
                .algorithm(AccessTokens.ALGORITHM)
                .type(AccessTokens.TYPE.getType())
                .keyId(signingKeys.current());
        context.getClaims()
                .audience(List.of(AccessTokens.audience(address)))
                .claim(AccessTokens.CLIENT, context.getRegisteredClient().getClientId())
                .claim(AccessTokens.SCOPE, String.join(" ", new TreeSet<>(scopes)));
        OAuth2Authorization authorization = context.getAuthorization();
        if (authorization != null) {
            context.getClaims().claim(AccessTokens.CONNECTION, authorization.getId());
        }
    }

    /** Compares a key with the hash that is kept of it. */
    private static final class KeyHashes implements PasswordEncoder {

        @Override
        public String encode(@Nullable CharSequence raw) {
            throw new UnsupportedOperationException("Keys are made in the console");
        }

        @Override
        public boolean matches(@Nullable CharSequence raw, @Nullable String kept) {
            return raw != null && kept != null && KeyCheck.matches(raw, kept);
        }
    }
}
