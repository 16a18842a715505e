package io.gatehouse.santa.protocol.message;

import java.util.List;

/**
 * A page of rules (santa.sync.v1 RuleDownloadResponse).
 *
 * @param rules the client applies all pages at once, in this order; before 2024.6 it takes no page without the field
 * @param cursor empty on the last page
 */
public record RuleDownloadResponse(
        @WireField(value = 1, always = true) List<Rule> rules,
        @WireField(2) String cursor) implements Message {

    public RuleDownloadResponse {
        rules = List.copyOf(rules);
    }
}
