package io.gatehouse.santa.protocol.message;

import java.util.List;

/**
 * A page of rules (santa.sync.v1 RuleDownloadResponse).
 *
 * @param rules the client applies all pages at once, in this order
 * @param cursor empty on the last page
 */
public record RuleDownloadResponse(
        @WireField(1) List<Rule> rules, @WireField(2) String cursor) implements Message {

    public RuleDownloadResponse {
        rules = List.copyOf(rules);
    }
}
