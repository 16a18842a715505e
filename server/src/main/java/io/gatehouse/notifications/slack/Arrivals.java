package io.gatehouse.notifications.slack;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes what Slack signed, once, and has it worked on after the answer. */
@Component
final class Arrivals {

    /** The same for every reason, so that nobody learns which organizations have a Slack. */
    static final String REFUSAL = "This is not signed by the organization's Slack, is too old, or came before";

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);
    private static final String FIELD = "payload=";

    private final Transactions transactions;
    private final WorkspaceStore workspaces;
    private final ArrivalStore store;
    private final SlackSecrets secrets;
    private final Interactions interactions;
    private final JsonMapper json;
    private final Clock clock;

    Arrivals(
            Transactions transactions,
            WorkspaceStore workspaces,
            ArrivalStore store,
            SlackSecrets secrets,
            Interactions interactions,
            JsonMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.workspaces = workspaces;
        this.store = store;
        this.secrets = secrets;
        this.interactions = interactions;
        this.json = json;
        this.clock = clock;
    }

    void take(OrganizationId organization, String timestamp, String signature, byte[] body) {
        OrganizationScope scope = OrganizationScope.system(organization);
        Instant now = clock.instant();
        Workspace workspace = transactions
                .read(scope, () -> workspaces.find(scope))
                .filter(found -> SlackSignature.holds(
                        secrets.open(scope, SlackSecrets.Use.SIGNING, found.signingSecret()),
                        timestamp,
                        signature,
                        body,
                        now))
                .filter(_ -> transactions.write(scope, () -> store.isFirst(scope, signature, now)))
                .orElseThrow(Arrivals::refused);
        read(body)
                .flatMap(Interaction::read)
                .ifPresent(interaction ->
                        Thread.ofVirtual().name("slack-interaction").start(() -> work(scope, workspace, interaction)));
    }

    private Optional<JsonNode> read(byte[] body) {
        String form = new String(body, StandardCharsets.UTF_8);
        if (!form.startsWith(FIELD)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    json.readTree(URLDecoder.decode(form.substring(FIELD.length()), StandardCharsets.UTF_8)));
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.debug("Slack sent what cannot be read", e);
            return Optional.empty();
        }
    }

    private void work(OrganizationScope scope, Workspace workspace, Interaction interaction) {
        try {
            interactions.work(scope, workspace, interaction);
        } catch (RuntimeException e) {
            LOG.error("What somebody did in the Slack of {} failed", scope.organization(), e);
        }
    }

    private static ProblemException refused() {
        return CommonProblem.NOT_FOUND.because(REFUSAL);
    }
}
