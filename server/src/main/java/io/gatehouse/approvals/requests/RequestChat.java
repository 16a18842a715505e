package io.gatehouse.approvals.requests;

import io.gatehouse.approvals.ApprovalProblem;
import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Means;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.StageView;
import io.gatehouse.approvals.Statement;
import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.notifications.ChatCard;
import io.gatehouse.notifications.ChatDesk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Requests in chats. A word there counts as one by a single factor, and only where little can go wrong: the request is not
 * an emergency, its risk is known and no higher than the organization lets chats decide, and its door names plain terms.
 */
@Component
final class RequestChat implements ChatDesk {

    private static final Means MEANS = new Means(Means.Channel.SLACK, Means.Factor.SINGLE);
    private static final String RISK = "risk";

    private final Transactions transactions;
    private final RequestStore requests;
    private final Executors executors;
    private final Approvals approvals;

    RequestChat(Transactions transactions, RequestStore requests, Executors executors, Approvals approvals) {
        this.transactions = transactions;
        this.requests = requests;
        this.executors = executors;
        this.approvals = approvals;
    }

    @Override
    public Optional<ChatCard> card(OrganizationScope scope, UUID subject) {
        return transactions.read(
                scope, () -> requests.find(scope, new RequestId(subject)).map(kept -> card(scope, kept)));
    }

    private ChatCard card(OrganizationScope scope, KeptRequest kept) {
        RequestView request = kept.view();
        return new ChatCard(
                "#" + request.number() + " " + request.title(),
                List.of(
                        new ChatCard.Line("Requester", request.requesterName()),
                        new ChatCard.Line("Reason", request.justification())),
                standing(request),
                request.state().isOpen(),
                "/requests/" + request.id(),
                request.submittedAt(),
                decidable(scope, kept));
    }

    private ChatCard.@Nullable Decidable decidable(OrganizationScope scope, KeptRequest kept) {
        Integer risk = risk(kept);
        RequestView request = kept.view();
        return risk == null
                        || request.state() != RequestState.IN_REVIEW
                        || plainTerms(scope, request).isEmpty()
                ? null
                : new ChatCard.Decidable(request.contentHash().hex(), risk);
    }

    private static String standing(RequestView request) {
        return switch (request.state()) {
            case IN_REVIEW -> "Waits for " + waitsFor(request);
            case CHANGES_REQUESTED -> "Waits for the requester's answer";
            case POST_REVIEW -> "Carried out in an emergency; waits for its review";
            case APPROVED -> "Approved" + by(request);
            case REJECTED -> "Denied" + by(request);
            case EXPIRED -> "Nobody decided in time";
            case WITHDRAWN -> "Taken back by the requester";
            case RATIFIED -> "The review of the emergency agreed" + by(request);
            case REPUDIATED -> "The review of the emergency refused" + by(request);
        };
    }

    private static String waitsFor(RequestView request) {
        return request.path().stream()
                .filter(stage -> stage.state() == StageView.State.ACTIVE)
                .flatMap(stage -> stage.groups().stream())
                .filter(group -> !group.met())
                .map(StageView.GroupView::name)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String by(RequestView request) {
        var deciding = request.deciding();
        if (deciding == null) {
            return "";
        }
        Means means = deciding.means();
        return " by " + deciding.personName()
                + (means != null && means.channel() == Means.Channel.SLACK ? " in Slack" : "");
    }

    @Override
    public void decide(Caller caller, Word word) {
        OrganizationScope scope = caller.scope();
        RequestId id = new RequestId(word.subject());
        transactions.write(scope, () -> {
            KeptRequest kept = requests.lock(scope, id).orElseThrow(RequestChat::missing);
            checkRights(caller);
            Map<String, String> terms = checkedTerms(scope, kept, word.highestRisk());
            ContentHash seen = new ContentHash(word.contentHash());
            if (word.agrees()) {
                approvals.approve(scope, id, seen, MEANS, terms, null);
            } else {
                approvals.deny(scope, id, seen, MEANS, Statement.of("reason", word.reason()));
            }
        });
    }

    /** As the console's own endpoints demand; whether the policy asks this person is the engine's to say. */
    private static void checkRights(Caller caller) {
        boolean may = caller.may(Permission.REQUEST_CREATE)
                || caller.may(Permission.REQUEST_DECIDE)
                || !caller.teams(Permission.REQUEST_DECIDE).isEmpty();
        if (!may) {
            throw CommonProblem.FORBIDDEN.because("This needs " + Permission.REQUEST_DECIDE.code());
        }
    }

    private Map<String, String> checkedTerms(OrganizationScope scope, KeptRequest kept, int highestRisk) {
        Integer risk = risk(kept);
        boolean fits = risk != null && risk <= highestRisk && kept.request().state() != RequestState.POST_REVIEW;
        return (fits ? plainTerms(scope, kept.view()) : Optional.<Map<String, String>>empty())
                .orElseThrow(() -> CommonProblem.FORBIDDEN.because("This request is decided in Gatehouse alone"));
    }

    /** Who agrees second agrees to the terms of the first, if those are plain too. */
    private Optional<Map<String, String>> plainTerms(OrganizationScope scope, RequestView request) {
        return executors
                .of(request.kind())
                .plainTerms(scope, request)
                .filter(terms -> request.terms().isEmpty() || request.terms().equals(terms));
    }

    /** As it was when the request was routed; null when its door knows of none. */
    private static @Nullable Integer risk(KeptRequest kept) {
        return kept.routing().facts().get(RISK) instanceof Number number ? (Integer) number.intValue() : null;
    }

    private static RuntimeException missing() {
        return ApprovalProblem.NO_SUCH_REQUEST.because("There is no such request here");
    }
}
