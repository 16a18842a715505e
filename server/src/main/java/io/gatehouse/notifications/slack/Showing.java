package io.gatehouse.notifications.slack;

import io.gatehouse.identity.Organizations;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.notifications.ChatCard;
import io.gatehouse.notifications.ChatDesk;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has a message show how its thing stands now, and keeps what came of it. */
@Component
final class Showing {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_ATTEMPTS = 12;

    /** The message is not there any more, or not ours to change. */
    private static final Set<String> GONE =
            Set.of("message_not_found", "cant_update_message", "edit_window_closed", "channel_not_found");

    private final Transactions transactions;
    private final WorkspaceStore workspaces;
    private final PostStore posts;
    private final SlackApi slack;
    private final SlackSecrets secrets;
    private final ChatDesk desk;
    private final Organizations organizations;
    private final PublicAddress address;
    private final Clock clock;

    Showing(
            Transactions transactions,
            WorkspaceStore workspaces,
            PostStore posts,
            SlackApi slack,
            SlackSecrets secrets,
            ChatDesk desk,
            Organizations organizations,
            PublicAddress address,
            Clock clock) {
        this.transactions = transactions;
        this.workspaces = workspaces;
        this.posts = posts;
        this.slack = slack;
        this.secrets = secrets;
        this.desk = desk;
        this.organizations = organizations;
        this.address = address;
        this.clock = clock;
    }

    void show(OrganizationScope scope, Workspace workspace, Post post) {
        Optional<ChatCard> card = desk.card(scope, post.subject());
        if (card.isEmpty() || post.message() == null && !card.get().open()) {
            transactions.write(scope, () -> posts.delete(scope, post));
            return;
        }
        String token = secrets.text(scope, SlackSecrets.Use.BOT_TOKEN, workspace.botToken());
        String method = post.message() == null ? "chat.postMessage" : "chat.update";
        SlackAnswer answer = slack.call(scope, token, method, content(scope, workspace, post, card.get()));
        transactions.write(scope, () -> settle(scope, post, answer));
    }

    /** The address of a page of the organization in the console. */
    String page(OrganizationScope scope, String path) {
        return address.of("/console/o/" + organizations.of(scope).slug() + path);
    }

    private Map<String, Object> content(OrganizationScope scope, Workspace workspace, Post post, ChatCard card) {
        ChatCard.Decidable decidable = card.decidable();
        boolean decided = decidable != null && workspace.decides(decidable.risk());
        Map<String, Object> content =
                new HashMap<>(SlackBlocks.message(card, post.subject().toString(), page(scope, card.path()), decided));
        content.put("channel", post.channelId() == null ? workspace.channel() : post.channelId());
        if (post.message() != null) {
            content.put("ts", post.message());
        }
        return content;
    }

    private void settle(OrganizationScope scope, Post post, SlackAnswer answer) {
        Instant now = clock.instant();
        switch (answer) {
            case SlackAnswer.Done done -> {
                String channel = done.content().path("channel").asString("");
                posts.shown(scope, post, channel, done.content().path("ts").asString(""));
                workspaces.settle(scope, null, null);
            }
            case SlackAnswer.Limited(Duration pause) -> {
                posts.postpone(scope, post, now.plus(pause));
                workspaces.settle(scope, "Slack asks for a pause", now.plus(pause));
            }
            case SlackAnswer.Failed failed
            when post.message() != null && GONE.contains(failed.error()) -> posts.delete(scope, post);
            case SlackAnswer.Failed failed -> {
                posts.postpone(scope, post, again(post, now));
                workspaces.settle(scope, failed.problem(), null);
            }
        }
    }

    private static @Nullable Instant again(Post post, Instant now) {
        return post.attempts() >= MOST_ATTEMPTS
                ? null
                : now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(post.attempts() - 1, MOST_ATTEMPTS)));
    }
}
