package io.gatehouse.notifications;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.OrganizationScope;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows and decides what is told to chats. The module whose things they are implements it. */
public interface ChatDesk {

    /** What is shown of a thing; empty when it is gone. */
    Optional<ChatCard> card(OrganizationScope scope, UUID subject);

    /**
     * Decides in the person's name, by the rights that they have now.
     *
     * @throws io.gatehouse.kernel.ProblemException when they may not, or the thing is not decided in a chat
     */
    void decide(Caller caller, Word word);

    /**
     * What somebody says in a chat.
     *
     * @param contentHash of what they looked at
     * @param reason only for a refusal
     * @param highestRisk up to which the organization has things decided there
     */
    record Word(
            UUID subject,
            String contentHash,
            boolean agrees,
            @Nullable String reason,
            int highestRisk) {}
}
