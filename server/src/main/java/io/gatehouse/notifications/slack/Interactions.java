package io.gatehouse.notifications.slack;

import io.gatehouse.identity.ActingElsewhere;
import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.notifications.ChatCard;
import io.gatehouse.notifications.ChatDesk;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does what somebody wants in Slack, if the member whom they are linked with may do it now. */
@Component
final class Interactions {

    private final Transactions transactions;
    private final AccountStore accounts;
    private final ActingElsewhere acting;
    private final ChatDesk desk;
    private final Showing showing;
    private final SlackApi slack;
    private final SlackSecrets secrets;
    private final PublicAddress address;

    Interactions(
            Transactions transactions,
            AccountStore accounts,
            ActingElsewhere acting,
            ChatDesk desk,
            Showing showing,
            SlackApi slack,
            SlackSecrets secrets,
            PublicAddress address) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.acting = acting;
        this.desk = desk;
        this.showing = showing;
        this.slack = slack;
        this.secrets = secrets;
        this.address = address;
    }

    void work(OrganizationScope scope, Workspace workspace, Interaction interaction) {
        Interaction.Place place = interaction.place();
        if (!place.team().equals(workspace.teamId())) {
            return;
        }
        Optional<AccountStore.Linked> linked =
                transactions.read(scope, () -> accounts.find(scope, place.team(), place.user()));
        if (linked.isEmpty()) {
            tell(
                    scope,
                    workspace,
                    place,
                    "Gatehouse does not know who you are. Link your Slack account first: "
                            + address.of("/console/account"));
            return;
        }
        Optional<Caller> caller = acting.caller(
                scope.organization(), linked.get().person(), linked.get().proof());
        if (caller.isEmpty()) {
            tell(
                    scope,
                    workspace,
                    place,
                    "You may not act for this organization from Slack as you have linked it: " + "decide in Gatehouse. "
                            + page(scope, interaction));
            return;
        }
        switch (interaction) {
            case Interaction.Approves _ -> decide(scope, workspace, interaction, caller.get(), null);
            case Interaction.Denies denies -> decide(scope, workspace, interaction, caller.get(), denies.reason());
            case Interaction.WantsToDeny wants -> ask(scope, workspace, wants);
        }
    }

    private void decide(
            OrganizationScope scope,
            Workspace workspace,
            Interaction interaction,
            Caller caller,
            @Nullable String reason) {
        Integer highest = workspace.highestRisk();
        if (highest == null) {
            tell(scope, workspace, interaction.place(), "This is decided in Gatehouse: " + page(scope, interaction));
            return;
        }
        Interaction.Aim aim = interaction.aim();
        try {
            desk.decide(caller, new ChatDesk.Word(aim.subject(), aim.contentHash(), reason == null, reason, highest));
            tell(scope, workspace, interaction.place(), reason == null ? "You approved it." : "You denied it.");
        } catch (ProblemException e) {
            tell(scope, workspace, interaction.place(), e.getMessage() + ". " + page(scope, interaction));
        }
    }

    /** The reason is asked for in a dialog, which Slack opens within three seconds of the press and not later. */
    private void ask(OrganizationScope scope, Workspace workspace, Interaction.WantsToDeny wants) {
        String metadata = wants.place().channel() + " " + wants.aim();
        slack.call(scope, token(scope, workspace), "views.open", SlackBlocks.reasonDialog(wants.trigger(), metadata));
    }

    /** In the channel, for that person's eyes alone. */
    private void tell(OrganizationScope scope, Workspace workspace, Interaction.Place place, String text) {
        Map<String, Object> message = new HashMap<>();
        message.put("channel", place.channel());
        message.put("user", place.user());
        message.put("text", SlackBlocks.escaped(text));
        slack.call(scope, token(scope, workspace), "chat.postEphemeral", message);
    }

    private String token(OrganizationScope scope, Workspace workspace) {
        return secrets.text(scope, SlackSecrets.Use.BOT_TOKEN, workspace.botToken());
    }

    private String page(OrganizationScope scope, Interaction interaction) {
        return desk.card(scope, interaction.aim().subject())
                .map(ChatCard::path)
                .map(path -> showing.page(scope, path))
                .orElse("");
    }
}
