package io.gatehouse.notifications.slack;

import io.gatehouse.notifications.ChatCard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes messages in Block Kit. What people said is plain text: nothing in it becomes a link or calls somebody. */
final class SlackBlocks {

    static final String APPROVE = "approve";
    static final String DENY = "deny";
    static final String REASON = "reason";

    private static final int LONGEST_HEADER = 150;
    private static final int LONGEST_TEXT = 2_900;
    private static final int LONGEST_INPUT = 2_000;
    private static final int SHORTEST_INPUT = 10;

    private SlackBlocks() {}

    /** A message about a thing, with buttons as long as it is decided there. */
    static Map<String, Object> message(ChatCard card, String subject, String page, boolean decided) {
        List<Map<String, Object>> blocks = new ArrayList<>();
        blocks.add(Map.of("type", "header", "text", plain(card.title(), LONGEST_HEADER)));
        card.lines().forEach(line -> blocks.add(section(line.name() + ": " + line.text())));
        blocks.add(section(card.standing()));
        List<Map<String, Object>> buttons = new ArrayList<>();
        ChatCard.Decidable decidable = card.decidable();
        if (card.open() && decided && decidable != null) {
            String value = subject + " " + decidable.contentHash();
            buttons.add(button(APPROVE, "Approve", value));
            buttons.add(button(DENY, "Deny", value));
        }
        buttons.add(Map.of(
                "type",
                "button",
                "action_id",
                "open",
                "text",
                plain("Open in Gatehouse", LONGEST_HEADER),
                "url",
                page));
        blocks.add(Map.of("type", "actions", "elements", buttons));
        return Map.of("text", escaped(card.title() + ": " + card.standing()), "blocks", blocks);
    }

    /** Asks for the reason of a refusal; the metadata comes back with it. */
    static Map<String, Object> reasonDialog(String trigger, String metadata) {
        Map<String, Object> input = new HashMap<>();
        input.put("type", "plain_text_input");
        input.put("action_id", REASON);
        input.put("multiline", true);
        input.put("min_length", SHORTEST_INPUT);
        input.put("max_length", LONGEST_INPUT);
        Map<String, Object> view = new HashMap<>();
        view.put("type", "modal");
        view.put("callback_id", DENY);
        view.put("private_metadata", metadata);
        view.put("title", plain("Deny the request", LONGEST_HEADER));
        view.put("submit", plain("Deny", LONGEST_HEADER));
        view.put("close", plain("Cancel", LONGEST_HEADER));
        view.put(
                "blocks",
                List.of(Map.of(
                        "type",
                        "input",
                        "block_id",
                        REASON,
                        "label",
                        plain("Reason, which the requester reads", LONGEST_HEADER),
                        "element",
                        input)));
        return Map.of("trigger_id", trigger, "view", view);
    }

    private static Map<String, Object> section(String text) {
        return Map.of("type", "section", "text", plain(text, LONGEST_TEXT));
    }

    private static Map<String, Object> button(String action, String label, String value) {
        return Map.of(
                "type",
                "button",
                "action_id",
                action,
                "text",
                plain(label, LONGEST_HEADER),
                "value",
                value,
                "style",
                action.equals(APPROVE) ? "primary" : "danger");
    }

    private static Map<String, Object> plain(String text, int longest) {
        String shown = text.isBlank() ? "–" : text;
        return Map.of(
                "type",
                "plain_text",
                "emoji",
                false,
                "text",
                shown.length() <= longest ? shown : shown.substring(0, longest - 1) + "…");
    }

    /** As Slack wants text escaped that stands where markup could. */
    static String escaped(String text) {
        String shown = text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
        return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
