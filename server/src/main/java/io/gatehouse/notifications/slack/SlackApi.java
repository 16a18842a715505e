package io.gatehouse.notifications.slack;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.OutgoingHttp;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls methods of Slack's Web API. */
@Component
final class SlackApi {

    private static final int TOO_MANY = 429;
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(30);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,5}");
    private static final Pattern ERROR = Pattern.compile("[a-z0-9_]{1,60}");

    private final OutgoingHttp http;
    private final SlackSettings settings;
    private final JsonMapper json;

    SlackApi(OutgoingHttp http, SlackSettings settings, JsonMapper json) {
        this.http = http;
        this.settings = settings;
        this.json = json;
    }

    /** Of which workspace the bot's token is. */
    SlackAnswer workspace(OrganizationScope scope, String token) {
        return call(scope, token, "auth.test", Map.of());
    }

    /** As the bot, with JSON. */
    SlackAnswer call(OrganizationScope scope, String token, String method, Map<String, ?> content) {
        return send(
                scope,
                method,
                Map.of("Content-Type", "application/json; charset=utf-8", "Authorization", "Bearer " + token),
                json.writeValueAsString(content));
    }

    /** As the app itself, with a form. */
    SlackAnswer post(OrganizationScope scope, String method, Map<String, String> form) {
        return send(
                scope,
                method,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private SlackAnswer send(OrganizationScope scope, String method, Map<String, String> headers, String body) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("User-Agent", "Gatehouse");
        try {
            return read(http.send(scope.organization(), "POST", settings.method(method), all, body));
        } catch (IOException e) {
            return new SlackAnswer.Failed("", "Slack gives no answer: " + e.getMessage());
        }
    }

    private SlackAnswer read(OutgoingHttp.Answer answer) {
        if (answer.status() == TOO_MANY) {
            String wait = Objects.requireNonNullElse(answer.retryAfter(), "");
            return new SlackAnswer.Limited(
                    SECONDS.matcher(wait).matches() ? Duration.ofSeconds(Long.parseLong(wait)) : USUAL_PAUSE);
        }
        try {
            JsonNode content = json.readTree(answer.content());
            if (content != null && content.path("ok").asBoolean(false)) {
                return new SlackAnswer.Done(content);
            }
            String error = content == null ? "" : content.path("error").asString("");
            if (ERROR.matcher(error).matches()) {
                return new SlackAnswer.Failed(error, "Slack refuses: " + error);
            }
        } catch (JacksonException e) {
            // Said below, as of any answer that Slack's own documents do not know.
        }
        return new SlackAnswer.Failed("", "Slack answers with " + answer.status() + " and nothing readable");
    }
}
