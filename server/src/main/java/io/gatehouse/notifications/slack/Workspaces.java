package io.gatehouse.notifications.slack;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.notifications.slack.SlackSecrets.Use;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** Connects organizations with their Slack. */
@Service
final class Workspaces {

    private final Transactions transactions;
    private final WorkspaceStore store;
    private final SlackApi slack;
    private final SlackSecrets secrets;
    private final PublicAddress address;
    private final Ledger ledger;
    private final Clock clock;

    Workspaces(
            Transactions transactions,
            WorkspaceStore store,
            SlackApi slack,
            SlackSecrets secrets,
            PublicAddress address,
            Ledger ledger,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.slack = slack;
        this.secrets = secrets;
        this.address = address;
        this.ledger = ledger;
        this.clock = clock;
    }

    WorkspaceView view(OrganizationScope scope) {
        return new WorkspaceView(
                address.of(InteractionController.PATH.replace(
                        "{id}", scope.organization().toString())),
                redirect(scope),
                find(scope).map(WorkspaceView.Connected::of).orElse(null));
    }

    /** Where Slack sends people back to who link their account. */
    String redirect(OrganizationScope scope) {
        return address.of(AccountController.ANSWER.replace(
                "{organization}", scope.organization().toString()));
    }

    Optional<Workspace> find(OrganizationScope scope) {
        return transactions.read(scope, () -> store.find(scope));
    }

    Workspace required(OrganizationScope scope) {
        return find(scope).orElseThrow(() -> CommonProblem.NOT_FOUND.because("No Slack is connected here"));
    }

    /** Asks Slack whose token it is before anything is kept. */
    WorkspaceView save(OrganizationScope scope, WorkspaceDraft draft) {
        Optional<Workspace> before = find(scope);
        WorkspaceDraft checked = draft.checked(before.isEmpty());
        byte[] token = secret(scope, Use.BOT_TOKEN, checked.botToken(), before.map(Workspace::botToken));
        JsonNode team = done("botToken", slack.workspace(scope, secrets.text(scope, Use.BOT_TOKEN, token)));
        Workspace next = new Workspace(
                team.path("team_id").asString(""),
                team.path("team").asString(""),
                String.valueOf(checked.channel()),
                String.valueOf(checked.clientId()),
                token,
                secret(scope, Use.SIGNING, checked.signingSecret(), before.map(Workspace::signingSecret)),
                secret(scope, Use.CLIENT, checked.clientSecret(), before.map(Workspace::clientSecret)),
                checked.highestRisk(),
                null,
                null,
                before.map(Workspace::connectedAt).orElseGet(clock::instant));
        transactions.write(scope, () -> {
            store.save(scope, next);
            ledger.append(
                    scope,
                    entry(before.isPresent() ? "slack.change" : "slack.connect", scope, next)
                            .change(before.map(Workspaces::fields).orElse(null), fields(next)));
        });
        return view(scope);
    }

    private byte[] secret(OrganizationScope scope, Use use, @Nullable String given, Optional<byte[]> kept) {
        return given == null ? kept.orElseThrow() : secrets.seal(scope, use, given);
    }

    void disconnect(OrganizationScope scope) {
        transactions.write(
                scope,
                () -> store.find(scope).ifPresent(workspace -> {
                    store.delete(scope);
                    ledger.append(
                            scope, entry("slack.disconnect", scope, workspace).change(fields(workspace), null));
                }));
    }

    /** Sends a message to the channel now. */
    void test(OrganizationScope scope) {
        Workspace workspace = required(scope);
        String token = secrets.text(scope, Use.BOT_TOKEN, workspace.botToken());
        Map<String, Object> message = Map.of(
                "channel",
                workspace.channel(),
                "text",
                "Gatehouse tells requests of its organization in this channel.");
        done("channel", slack.call(scope, token, "chat.postMessage", message));
        transactions.write(scope, () -> store.settle(scope, null, null));
    }

    private static JsonNode done(String field, SlackAnswer answer) {
        return switch (answer) {
            case SlackAnswer.Done(JsonNode content) -> content;
            case SlackAnswer.Limited limited ->
                throw CommonProblem.CONFLICT.because(
                        "Slack asks for a pause of " + limited.pause().toSeconds() + " seconds");
            case SlackAnswer.Failed failed -> throw ProblemException.invalid(field, failed.problem());
        };
    }

    private static NewEntry entry(String action, OrganizationScope scope, Workspace workspace) {
        return NewEntry.of(action, "slack", scope.organization(), workspace.teamName());
    }

    private static Map<String, @Nullable Object> fields(Workspace workspace) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("team", workspace.teamId());
        fields.put("channel", workspace.channel());
        fields.put("highestRisk", workspace.highestRisk());
        return fields;
    }
}
