package io.gatehouse.identity.tokens;

import io.gatehouse.testing.Api;
import io.gatehouse.testing.TestOrganization;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A program that speaks OAuth 2 with its key. */
final class TokenClient {

    private final Api http;
    private final String key;

    TokenClient(TestOrganization organization, String key) {
        this.http = organization.anonymous();
        this.key = key;
    }

    /** Gets a token, or an error. */
    Api.Answer token(Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.putIfAbsent("grant_type", "client_credentials");
        return post("/oauth2/token", form);
    }

    /** A token for all that the key allows. */
    String token() {
        return token(Map.of()).json().at("/access_token").asString();
    }

    Api.Answer revoke(String token) {
        return post("/oauth2/revoke", Map.of("token", token));
    }

    /** Sends a form with the key as the client's secret. */
    Api.Answer post(String path, Map<String, String> form) {
        String credentials = beginning() + ":" + key;
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return http.send(
                "POST",
                path,
                encoded(form),
                Map.of(
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Authorization",
                        "Basic " + basic,
                        "X-Forwarded-For",
                        "203.0.113.240"));
    }

    String beginning() {
        return key.substring(0, key.lastIndexOf('_'));
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
