package io.gatehouse.notifications.deliveries;

import io.gatehouse.identity.Organizations;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.OutgoingHttp;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Sealer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends a message once, as Standard Webhooks 1.0 says. */
@Component
final class WebhookSender {

    private static final String PURPOSE = "webhook-secret";
    private static final int LONGEST_PROBLEM = 300;
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final Duration USUAL_WAIT = Duration.ofSeconds(30);

    private final OutgoingHttp http;
    private final Sealer sealer;
    private final Organizations organizations;
    private final PublicAddress address;
    private final JsonMapper json;
    private final Clock clock;

    WebhookSender(
            OutgoingHttp http,
            Sealer sealer,
            Organizations organizations,
            PublicAddress address,
            JsonMapper json,
            Clock clock) {
        this.http = http;
        this.sealer = sealer;
        this.organizations = organizations;
        this.address = address;
        this.json = json;
        this.clock = clock;
    }

    byte[] seal(OrganizationScope scope, WebhookSecret secret) {
        return sealer.seal(scope.organization(), PURPOSE, secret.key());
    }

    Reply send(OrganizationScope scope, Destination destination, Message message) {
        Instant now = clock.instant();
        String body = body(scope, message);
        Map<String, String> headers = Map.of(
                "Content-Type",
                "application/json; charset=utf-8",
                "User-Agent",
                "Gatehouse",
                "webhook-id",
                message.name(),
                "webhook-timestamp",
                Long.toString(now.getEpochSecond()),
                "webhook-signature",
                signatures(scope, destination, message, now, body));
        try {
            return judge(http.send(scope.organization(), "POST", destination.url(), headers, body), now);
        } catch (OutgoingHttp.Busy e) {
            return new Reply.Busy();
        } catch (OutgoingHttp.TooLarge e) {
            return new Reply.Failed(null, "It answers with more than anybody reads");
        } catch (IOException e) {
            String problem = "No answer: " + e.getMessage();
            return new Reply.Failed(null, problem.substring(0, Math.min(problem.length(), LONGEST_PROBLEM)));
        }
    }

    private String signatures(
            OrganizationScope scope, Destination destination, Message message, Instant now, String body) {
        long timestamp = now.getEpochSecond();
        String signature = open(scope, destination.secret()).sign(message.name(), timestamp, body);
        byte[] former = destination.formerSecret();
        Instant until = destination.formerSecretUntil();
        if (former == null || until == null || !until.isAfter(now)) {
            return signature;
        }
        return signature + " " + open(scope, former).sign(message.name(), timestamp, body);
    }

    private WebhookSecret open(OrganizationScope scope, byte[] sealed) {
        return new WebhookSecret(sealer.open(scope.organization(), PURPOSE, sealed));
    }

    private String body(OrganizationScope scope, Message message) {
        String page = "/console/o/" + organizations.of(scope).slug() + message.path();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("organization", scope.organization().toString());
        data.put("id", message.subject().toString());
        data.put("url", address.of(page));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", message.type());
        body.put("timestamp", message.createdAt().toString());
        body.put("data", data);
        return json.writeValueAsString(body);
    }

    /** What a stranger's answer says is not kept: nobody reads by it what only this server can reach. */
    private static Reply judge(OutgoingHttp.Answer answer, Instant now) {
        int status = answer.status();
        Optional<Duration> wait = Backoff.asked(answer.retryAfter(), now);
        if (status >= 200 && status < 300) {
            return new Reply.Accepted(status);
        }
        if (status == GONE) {
            return new Reply.Gone(status);
        }
        if (status == TOO_MANY || status == UNAVAILABLE && wait.isPresent()) {
            return new Reply.Limited(status, wait.orElse(USUAL_WAIT));
        }
        return new Reply.Failed(
                status, status >= 300 && status < 400 ? "It sends elsewhere; no redirect is followed" : "It refused");
    }
}
