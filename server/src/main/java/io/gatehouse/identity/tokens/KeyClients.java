package io.gatehouse.identity.tokens;

import io.gatehouse.identity.keys.KeyCheck;
import io.gatehouse.identity.keys.KeyClient;
import io.gatehouse.kernel.Permission;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Keys as clients of OAuth 2, read anew for each request, and the one for people's programs. A key that opens nothing now is no client. */
@Component
final class KeyClients implements RegisteredClientRepository {

    /** Short, although a token is held to its key at each request: it may lie in logs of others. */
    static final Duration TOKENS_LAST = Duration.ofMinutes(10);

    private static final TokenSettings TOKENS =
            TokenSettings.builder().accessTokenTimeToLive(TOKENS_LAST).build();

    private final KeyCheck keys;

    KeyClients(KeyCheck keys) {
        this.keys = keys;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Keys are made in the console");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return PublicClient.ID.equals(clientId)
                ? PublicClient.REGISTERED
                : keys.client(clientId, address()).map(KeyClients::client).orElse(null);
    }

    private static RegisteredClient client(KeyClient key) {
        return RegisteredClient.withId(key.id())
                .clientId(key.id())
                .clientSecret(key.secretHash())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes ->
                        key.permissions().stream().map(Permission::code).forEach(scopes::add))
                .tokenSettings(TOKENS)
                .build();
    }

    private static String address() {
        return RequestContextHolder.currentRequestAttributes() instanceof ServletRequestAttributes running
                ? running.getRequest().getRemoteAddr()
                : "";
    }
}
