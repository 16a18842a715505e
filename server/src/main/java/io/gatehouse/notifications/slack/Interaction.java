package io.gatehouse.notifications.slack;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What somebody did in Slack. Nothing in it says what they may do. */
sealed interface Interaction {

    /** Who did it, and where their answer is shown. */
    record Place(String team, String user, String channel) {}

    /** About which thing, as they saw it. */
    record Aim(UUID subject, String contentHash) {

        private static final Pattern FORM = Pattern.compile("[0-9a-f-]{36} [0-9a-f]{64}");

        static Optional<Aim> of(String text) {
            if (!FORM.matcher(text).matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Aim(UUID.fromString(text.substring(0, 36)), text.substring(37)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return subject + " " + contentHash;
        }
    }

    Place place();

    Aim aim();

    /** They agree. */
    record Approves(Place place, Aim aim) implements Interaction {}

    /** They want to refuse, and are to say why. */
    record WantsToDeny(Place place, Aim aim, String trigger) implements Interaction {}

    /** They refuse. */
    record Denies(Place place, Aim aim, String reason) implements Interaction {}

    /** Reads what Slack sends; empty for what we did not put there. */
    static Optional<Interaction> read(JsonNode payload) {
        String team = payload.at("/team/id").asString("");
        String user = payload.at("/user/id").asString("");
        return switch (payload.path("type").asString("")) {
            case "block_actions" -> {
                Place place = new Place(team, user, payload.at("/channel/id").asString(""));
                JsonNode action = payload.at("/actions/0");
                yield Aim.of(action.path("value").asString(""))
                        .flatMap(aim -> pressed(
                                place,
                                aim,
                                action.path("action_id").asString(""),
                                payload.path("trigger_id").asString("")));
            }
            case "view_submission" -> {
                String[] metadata =
                        payload.at("/view/private_metadata").asString("").split(" ", 2);
                String reason = payload.at(
                                "/view/state/values/" + SlackBlocks.REASON + "/" + SlackBlocks.REASON + "/value")
                        .asString("");
                yield Aim.of(metadata.length == 2 ? metadata[1] : "")
                        .map(aim -> new Denies(new Place(team, user, metadata[0]), aim, reason));
            }
            default -> Optional.empty();
        };
    }

    private static Optional<Interaction> pressed(Place place, Aim aim, String action, String trigger) {
        return switch (action) {
            case SlackBlocks.APPROVE -> Optional.of(new Approves(place, aim));
            case SlackBlocks.DENY -> Optional.of(new WantsToDeny(place, aim, trigger));
            default -> Optional.empty();
        };
    }
}
