package io.gatehouse.identity.connections;

import io.gatehouse.testing.Api;
import io.gatehouse.testing.TestOrganization;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Somebody's own program on their command line, as RFC 8628 has it. */
final class OwnProgram {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final TestOrganization organization;
    private final Api http;
    private final String address;

    OwnProgram(TestOrganization organization, String address) {
        this.organization = organization;
        this.http = organization.anonymous();
        this.address = address;
    }

    /** Asks for codes. */
    JsonNode ask(String name, String scope) {
        return post("/oauth2/device_authorization", Map.of("client_name", name, "scope", scope))
                .json();
    }

    Api.Answer poll(String deviceCode) {
        return post(
                "/oauth2/token",
                Map.of("grant_type", "urn:ietf:params:oauth:grant-type:device_code", "device_code", deviceCode));
    }

    Api.Answer refresh(String token) {
        return post("/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    Api.Answer revoke(String token) {
        return post("/oauth2/revoke", Map.of("token", token));
    }

    /** Connects for whoever the browser belongs to; the first tokens. */
    JsonNode connect(Api browser, List<String> permissions) {
        JsonNode codes = ask("deploy-helper", String.join(" ", permissions));
        Api.Answer allowed = allow(browser, codes.at("/user_code").asString(), permissions);
        if (allowed.status() != 201) {
            throw new IllegalStateException(allowed.body());
        }
        return poll(codes.at("/device_code").asString()).json();
    }

    Api.Answer allow(Api browser, String userCode, List<String> permissions) {
        return browser.post(
                "/api/account/connections",
                Map.of(
                        "userCode",
                        userCode,
                        "organizationId",
                        organization.id().toString(),
                        "permissions",
                        permissions));
    }

    /** Calls the organization with an access token. */
    Api.Answer call(String token, String path) {
        return call(token, "GET", path, null);
    }

    Api.Answer call(String token, String method, String path, @Nullable Object body) {
        return organization
                .anonymous()
                .bearing(token)
                .send(
                        method,
                        "/api/organizations/{o}" + path,
                        body,
                        Map.of("Accept", "*/*", "X-Forwarded-For", address));
    }

    Api.Answer post(String path, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.putIfAbsent("client_id", "gatehouse-cli");
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return http.send("POST", path, body, Map.of("Content-Type", FORM, "X-Forwarded-For", address));
    }

    static String access(JsonNode tokens) {
        return tokens.at("/access_token").asString();
    }

    static String refresh(JsonNode tokens) {
        return tokens.at("/refresh_token").asString();
    }
}
