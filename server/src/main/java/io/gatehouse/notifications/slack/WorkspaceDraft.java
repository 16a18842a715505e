package io.gatehouse.notifications.slack;

import io.gatehouse.kernel.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The organization's Slack app as somebody describes it. Absent secrets stay as they are.
 *
 * @param channel id or name of the channel where requests are told
 * @param clientId of the app, for linking people's accounts
 * @param botToken begins with {@code xoxb-}
 * @param signingSecret 32 hexadecimal digits
 * @param highestRisk 0 to 100: requests up to this risk are decided there; absent: none is
 */
record WorkspaceDraft(
        @Nullable String channel,
        @Nullable String clientId,
        @Nullable String botToken,
        @Nullable String signingSecret,
        @Nullable String clientSecret,
        @Nullable Integer highestRisk) {

    private static final Pattern CHANNEL = Pattern.compile("#?[\\p{Ll}\\p{Lo}\\p{N}_-]{1,79}|[A-Z0-9]{3,40}");
    private static final Pattern CLIENT = Pattern.compile("[0-9]{1,40}\\.[0-9]{1,40}");
    private static final Pattern TOKEN = Pattern.compile("xoxb-[A-Za-z0-9-]{10,200}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");
    private static final int HIGHEST = 100;

    /** @throws ProblemException that names what is wrong */
    WorkspaceDraft checked(boolean first) {
        String where = required("channel", channel, CHANNEL, "must be a channel's id or name, such as C0123456789");
        String client = required("clientId", clientId, CLIENT, "must be the app's client ID, such as 123456.7890");
        if (highestRisk != null && (highestRisk < 0 || highestRisk > HIGHEST)) {
            throw ProblemException.invalid("highestRisk", "must be 0 to " + HIGHEST + ", or absent");
        }
        return new WorkspaceDraft(
                where,
                client,
                secret("botToken", botToken, TOKEN, first, "must be a bot's token, which begins with xoxb-"),
                secret("signingSecret", signingSecret, HEX, first, "must be the app's 32 hexadecimal digits"),
                secret("clientSecret", clientSecret, HEX, first, "must be the app's 32 hexadecimal digits"),
                highestRisk);
    }

    private static String required(String field, @Nullable String text, Pattern form, String rule) {
        String stripped = text == null ? "" : text.strip();
        if (!form.matcher(stripped).matches()) {
            throw ProblemException.invalid(field, rule);
        }
        return stripped;
    }

    private static @Nullable String secret(
            String field, @Nullable String text, Pattern form, boolean needed, String rule) {
        return !needed && (text == null || text.isBlank()) ? null : required(field, text, form, rule);
    }

    @Override
    public String toString() {
        return "WorkspaceDraft[" + channel + "]";
    }
}
