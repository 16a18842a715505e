package io.gatehouse.testkit.slack;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** "Sign in with Slack": OpenID Connect with codes that are good once, for the app and the address they were asked for. */
final class SlackSignIn {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LASTS = Duration.ofMinutes(5);

    private record Granted(SlackTeam team, String user, String nonce, String redirect) {}

    private final String issuer;
    private final KeyPair key;
    private final Map<String, Granted> codes = new ConcurrentHashMap<>();

    SlackSignIn(String issuer) {
        this.issuer = issuer;
        try {
            this.key = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A user of the team opens the address and agrees. */
    URI agree(SlackTeam team, String user, URI asked) {
        Map<String, String> query = form(asked.getRawQuery());
        boolean right = asked.getPath().equals("/openid/connect/authorize")
                && "code".equals(query.get("response_type"))
                && "openid".equals(query.get("scope"));
        if (!right || !query.containsKey("state")) {
            throw new IllegalArgumentException("Slack does not understand " + asked);
        }
        String code = UUID.randomUUID().toString();
        codes.put(
                code, new Granted(team, user, query.getOrDefault("nonce", ""), query.getOrDefault("redirect_uri", "")));
        return URI.create(query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
    }

    Map<String, Object> exchange(Map<String, String> form) {
        Granted granted = codes.remove(form.getOrDefault("code", ""));
        if (granted == null || !granted.redirect().equals(form.get("redirect_uri"))) {
            return Map.of("ok", false, "error", "invalid_code");
        }
        SlackTeam team = granted.team();
        if (!team.clientId().equals(form.get("client_id"))
                || !team.clientSecret().equals(form.get("client_secret"))) {
            return Map.of("ok", false, "error", "bad_client_secret");
        }
        return Map.of("ok", true, "access_token", "xoxp-" + UUID.randomUUID(), "id_token", token(granted));
    }

    private String token(Granted granted) {
        Instant now = Instant.now();
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", issuer);
        claims.put("aud", granted.team().clientId());
        claims.put("sub", granted.user());
        claims.put("nonce", granted.nonce());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LASTS).getEpochSecond());
        claims.put("https://slack.com/user_id", granted.user());
        claims.put("https://slack.com/team_id", granted.team().id());
        String head = part(Map.of("alg", "RS256", "typ", "JWT", "kid", "slack"));
        String signed = head + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(Map<String, Object> content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(content));
    }

    static Map<String, String> form(String text) {
        Map<String, String> fields = new HashMap<>();
        Arrays.stream(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> fields.put(decode(pair[0]), pair.length == 1 ? "" : decode(pair[1])));
        return fields;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
