package io.gatehouse.notifications;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chat shows of a thing that somebody decides.
 *
 * @param standing how it stands, in a few words
 * @param open whether a word is awaited still
 * @param path of its page below that of the organization in the console
 * @param decidable what a word in the chat would be bound to; null when the thing is decided in the console alone
 */
public record ChatCard(
        String title,
        List<Line> lines,
        String standing,
        boolean open,
        String path,
        Instant since,
        @Nullable Decidable decidable) {

    /** Takes a copy. */
    public ChatCard {
        lines = List.copyOf(lines);
    }

    /** A fact with its name. */
    public record Line(String name, String text) {}

    /**
     * What is decided.
     *
     * @param contentHash of what is shown
     * @param risk 0 to 100
     */
    public record Decidable(String contentHash, int risk) {}
}
