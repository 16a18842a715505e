package io.gatehouse.notifications.slack;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import io.gatehouse.identity.ActingElsewhere;
import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.LinkToken;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.notifications.slack.SlackSecrets.Use;
import java.net.URI;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.util.UriComponentsBuilder;

/** Links members with who they are in Slack: by signing in to both, and never by an e-mail address. */
@Service
final class Accounts {

    private static final Duration LASTS = Duration.ofMinutes(10);
    private static final String USER = "https://slack.com/user_id";
    private static final String TEAM = "https://slack.com/team_id";

    private final Transactions transactions;
    private final AccountStore store;
    private final Workspaces workspaces;
    private final SlackApi slack;
    private final SlackSecrets secrets;
    private final SlackSettings settings;
    private final ActingElsewhere acting;
    private final Ledger ledger;
    private final Clock clock;

    Accounts(
            Transactions transactions,
            AccountStore store,
            Workspaces workspaces,
            SlackApi slack,
            SlackSecrets secrets,
            SlackSettings settings,
            ActingElsewhere acting,
            Ledger ledger,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.workspaces = workspaces;
        this.slack = slack;
        this.secrets = secrets;
        this.settings = settings;
        this.acting = acting;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Whether I am linked.
     *
     * @param teamName of the organization's Slack; null when it has none
     * @param linkedAt null when I am not
     */
    record Own(@Nullable String teamName, @Nullable Instant linkedAt) {}

    Own own(Caller caller) {
        OrganizationScope scope = caller.scope();
        PersonId person = caller.person();
        return transactions.read(
                scope,
                () -> new Own(
                        workspaces.find(scope).map(Workspace::teamName).orElse(null),
                        store.linkedAt(scope, person).orElse(null)));
    }

    /** Where the member's browser goes to sign in to Slack. */
    URI begin(Caller caller) {
        OrganizationScope scope = caller.scope();
        PersonId person = caller.person();
        Workspace workspace = workspaces.required(scope);
        LinkToken state = LinkToken.next();
        LinkToken nonce = LinkToken.next();
        Instant now = clock.instant();
        transactions.write(scope, () -> {
            store.forgetAttempts(scope, now);
            store.insertAttempt(scope, state.hash(), person, nonce.text(), now.plus(LASTS));
        });
        return UriComponentsBuilder.fromUri(settings.authorization())
                .queryParam("response_type", "code")
                .queryParam("scope", "openid")
                .queryParam("client_id", workspace.clientId())
                .queryParam("team", workspace.teamId())
                .queryParam("state", state.text())
                .queryParam("nonce", nonce.text())
                .queryParam("redirect_uri", "{redirect}")
                .encode()
                .buildAndExpand(workspaces.redirect(scope))
                .toUri();
    }

    /**
     * Slack sent the member back.
     *
     * @throws ProblemException when the attempt is not theirs, or Slack vouches for nobody of the organization's workspace
     */
    void answered(Caller caller, String state, String code) {
        OrganizationScope scope = caller.scope();
        PersonId person = caller.person();
        Workspace workspace = workspaces.required(scope);
        String nonce = transactions
                .write(scope, () -> store.takeAttempt(scope, new LinkToken(state).hash(), person, clock.instant()))
                .orElseThrow(() -> refused("The attempt is over, was used, or is somebody else's"));
        JWTClaimsSet claims = exchange(scope, workspace, code);
        String user = text(claims, USER);
        String team = text(claims, TEAM);
        if (!nonce.equals(claims.getClaim("nonce")) || user.isEmpty() || !team.equals(workspace.teamId())) {
            throw refused("Slack vouches for somebody who is not in " + workspace.teamName());
        }
        link(caller, new AccountStore.Linked(person, acting.proof()), team, user);
    }

    private void link(Caller caller, AccountStore.Linked linked, String team, String user) {
        OrganizationScope scope = caller.scope();
        transactions.write(scope, () -> {
            store.delete(scope, linked.person());
            if (!store.insert(scope, linked, team, user, clock.instant())) {
                throw CommonProblem.CONFLICT.because("Another member has linked this Slack account");
            }
            ledger.append(scope, entry("person.link-slack", caller));
        });
    }

    void unlink(Caller caller) {
        OrganizationScope scope = caller.scope();
        transactions.write(scope, () -> {
            if (store.delete(scope, caller.person())) {
                ledger.append(scope, entry("person.unlink-slack", caller));
            }
        });
    }

    /** The token comes from Slack itself over TLS, so that OpenID Connect (3.1.3.7) asks for no check of its signature. */
    private JWTClaimsSet exchange(OrganizationScope scope, Workspace workspace, String code) {
        SlackAnswer answer = slack.post(
                scope,
                "openid.connect.token",
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", workspace.clientId(),
                        "client_secret", secrets.text(scope, Use.CLIENT, workspace.clientSecret()),
                        "code", code,
                        "redirect_uri", workspaces.redirect(scope)));
        if (!(answer instanceof SlackAnswer.Done(var content))) {
            throw refused(
                    answer instanceof SlackAnswer.Failed failed
                            ? failed.problem()
                            : "Slack asks for a pause: try again");
        }
        try {
            JWTClaimsSet claims =
                    JWTParser.parse(content.path("id_token").asString("")).getJWTClaimsSet();
            check(claims, workspace);
            return claims;
        } catch (ParseException e) {
            throw refused("Slack answers with nothing readable");
        }
    }

    private void check(JWTClaimsSet claims, Workspace workspace) {
        Instant now = clock.instant();
        boolean fresh = claims.getExpirationTime() != null
                && claims.getExpirationTime()
                        .toInstant()
                        .plus(SlackSignature.TOLERANCE)
                        .isAfter(now);
        if (!fresh
                || !settings.address().toString().equals(claims.getIssuer())
                || !claims.getAudience().contains(workspace.clientId())) {
            throw refused("Slack's answer is old, or meant for another app");
        }
    }

    private static String text(JWTClaimsSet claims, String name) {
        return Objects.requireNonNullElse(claims.getClaim(name), "").toString();
    }

    private static ProblemException refused(String why) {
        return CommonProblem.FORBIDDEN.because(why);
    }

    private static NewEntry entry(String action, Caller caller) {
        return NewEntry.ofPerson(action, caller.person(), caller.scope().actor().displayName());
    }
}
