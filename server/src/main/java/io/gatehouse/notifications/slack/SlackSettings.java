package io.gatehouse.notifications.slack;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Slack is. Keys {@code gatehouse.slack.*}.
 *
 * @param address scheme and host; what is called lies below it
 */
@ConfigurationProperties("gatehouse.slack")
record SlackSettings(@DefaultValue("https://slack.com") URI address) {

    URI method(String name) {
        return address.resolve("/api/" + name);
    }

    URI authorization() {
        return address.resolve("/openid/connect/authorize");
    }
}
