package io.gatehouse.santa.requests;

import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.DecisionView;
import io.gatehouse.approvals.FormerVersion;
import io.gatehouse.approvals.Outcome;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestQuery;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.events.search.EventView;
import io.gatehouse.santa.events.search.Events;
import io.gatehouse.santa.policy.EffectivePolicy;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.rules.Rule;
import io.gatehouse.santa.rules.Rules;
import io.gatehouse.santa.software.SignedFile;
import io.gatehouse.santa.software.SignedFiles;
import io.gatehouse.santa.software.SoftwareCatalogue;
import io.gatehouse.santa.software.SoftwareDetail;
import io.gatehouse.santa.software.SoftwareSubject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what an approver must know to decide, and what a requester may know of their request. */
@Component
final class RequestDetails {

    private static final int MOST_EARLIER = 20;

    private final Transactions transactions;
    private final Approvals approvals;
    private final SoftwareRequests software;
    private final SoftwareRequestStore requests;
    private final SignedFiles files;
    private final SoftwareCatalogue catalogue;
    private final Events events;
    private final Rules rules;
    private final EffectivePolicy policy;
    private final RequestViews views;
    private final RequestReach reach;

    RequestDetails(
            Transactions transactions,
            Approvals approvals,
            SoftwareRequests software,
            SoftwareRequestStore requests,
            SignedFiles files,
            SoftwareCatalogue catalogue,
            Events events,
            Rules rules,
            EffectivePolicy policy,
            RequestViews views,
            RequestReach reach) {
        this.transactions = transactions;
        this.approvals = approvals;
        this.software = software;
        this.requests = requests;
        this.files = files;
        this.catalogue = catalogue;
        this.events = events;
        this.rules = rules;
        this.policy = policy;
        this.views = views;
        this.reach = reach;
    }

    RequestDetail of(Caller caller, RequestId id) {
        OrganizationScope scope = caller.scope();
        return transactions.read(scope, () -> {
            RequestView request = software.visible(caller, id);
            RequestSummary summary = views.summaries(scope, List.of(request)).getFirst();
            SignedFile file = files.of(scope, request);
            List<Rule> matching = rules.matching(scope, file.identity());
            Rule made = made(request, matching);
            boolean asked = software.isInvolved(caller, request);
            boolean decides = asked || reach.sees(caller, request.requester());
            List<FormerVersion> former = approvals.formerVersions(scope, request.id());
            boolean seesAll = RequestReach.seesAll(caller);
            String whyNot = approvals.whyNot(scope, request.id()).orElse(null);
            RequestDetail.Delivery delivery = delivery(scope, request, summary.device(), made, seesAll);
            boolean open = request.state().isOpen();
            return new RequestDetail(
                    summary,
                    request.contentHash(),
                    request.version(),
                    views.path(scope, request),
                    former,
                    decides ? agreed(request) : null,
                    software(scope, request, file, decides, seesAll),
                    event(scope, request),
                    decision(request, summary, made),
                    decides && open ? proposals(scope, file, matching, summary.device(), seesAll) : List.of(),
                    earlier(caller, request),
                    Timeline.of(request, former, summary.device(), made, delivery),
                    delivery,
                    whyNot == null,
                    asked,
                    whyNot,
                    decides && file.disputed());
        });
    }

    private RequestedSoftware software(
            OrganizationScope scope, RequestView request, SignedFile file, boolean decides, boolean seesAll) {
        if (request.subject().containsKey(SoftwareSubject.ENTRY)) {
            return RequestedSoftware.named(file);
        }
        Optional<SoftwareDetail> known = catalogue.find(scope, request.subjectKey());
        if (decides) {
            return known.map(detail ->
                            seesAll ? RequestedSoftware.whole(detail, file) : RequestedSoftware.identity(detail, file))
                    .orElseGet(() -> RequestedSoftware.unknown(request.subjectKey(), request.title()));
        }
        return known.filter(_ -> request.subject().containsKey(SoftwareSubject.EVENT))
                .map(detail -> RequestedSoftware.identity(detail, file))
                .orElseGet(() -> RequestedSoftware.unknown(request.subjectKey(), request.title()));
    }

    private @Nullable EventView event(OrganizationScope scope, RequestView request) {
        String event = request.subject().get(SoftwareSubject.EVENT);
        return event == null ? null : events.find(scope, UUID.fromString(event)).orElse(null);
    }

    private List<Proposal> proposals(
            OrganizationScope scope,
            SignedFile file,
            List<Rule> matching,
            @Nullable DeviceRef device,
            boolean seesAll) {
        List<Ladder.Rung> rungs = Ladder.of(file);
        List<RuleKey> keys = file.identity().keys();
        UUID concerned = device == null ? null : device.id();
        List<Proposal> proposals = new ArrayList<>();
        for (Ladder.Rung rung : rungs) {
            SignedFiles.Others others = files.others(scope, rung.key(), file.sha256());
            proposals.add(new Proposal(
                    rung.key().type(),
                    rung.key().identifier(),
                    rung.label(),
                    rung.narrowest(),
                    rung.stable(),
                    rung.recommended(),
                    rung.explanation(),
                    new Proposal.AlsoAllows(
                            others.software(), others.devices(), seesAll ? others.examples() : List.of()),
                    existing(rung.key(), matching),
                    Precedence.warnings(rung.key(), keys, matching, concerned)));
        }
        return proposals;
    }

    private static List<Proposal.Existing> existing(RuleKey key, List<Rule> matching) {
        return matching.stream()
                .filter(rule -> key.equals(key(rule)))
                .map(rule -> new Proposal.Existing(rule.ref(), rule.expiresAt()))
                .toList();
    }

    private static RuleKey key(Rule rule) {
        return new RuleKey(rule.ruleType(), rule.identifier());
    }

    private List<RequestSummary> earlier(Caller caller, RequestView request) {
        OrganizationScope scope = caller.scope();
        List<String> about = List.of(request.subjectKey());
        List<RequestView> same = approvals
                .list(scope, new RequestQuery(null, reach.seen(caller), null, about, null, MOST_EARLIER))
                .items();
        return views.summaries(
                scope,
                same.stream().filter(other -> other.number() < request.number()).toList());
    }

    /** The rule that the approval made, unless somebody deleted it since. */
    private static @Nullable Rule made(RequestView request, List<Rule> matching) {
        return matching.stream()
                .filter(rule -> rule.id().toString().equals(request.result()))
                .findFirst()
                .orElse(null);
    }

    private static RequestDetail.@Nullable DecisionShown decision(
            RequestView request, RequestSummary summary, @Nullable Rule made) {
        DecisionView deciding = request.deciding();
        if (deciding == null) {
            return null;
        }
        return new RequestDetail.DecisionShown(
                deciding.outcome(),
                Objects.requireNonNull(summary.decidedBy()),
                deciding.at(),
                deciding.comment(),
                made == null ? null : made.ref());
    }

    private static RequestDetail.@Nullable Agreed agreed(RequestView request) {
        Map<String, String> texts = request.terms();
        if (texts.isEmpty()) {
            return null;
        }
        Terms terms = Terms.of(texts);
        String by = request.decisions().stream()
                .filter(made -> made.counts() && made.outcome() == Outcome.APPROVED)
                .reduce((_, later) -> later)
                .map(DecisionView::personName)
                .orElseThrow();
        return new RequestDetail.Agreed(
                terms.ruleType(),
                terms.identifier(),
                terms.scope(),
                terms.policy(),
                terms.expiresAt(),
                terms.comment(),
                by);
    }

    private RequestDetail.@Nullable Delivery delivery(
            OrganizationScope scope,
            RequestView request,
            @Nullable DeviceRef device,
            @Nullable Rule made,
            boolean decides) {
        Instant decidedAt = request.closedAt();
        if (made == null || decidedAt == null) {
            return null;
        }
        Optional<SoftwareRequestStore.Visits> own =
                device == null ? Optional.empty() : requests.visits(scope, device.id(), decidedAt);
        boolean delivered = device != null && policy.isDelivered(scope, device.id(), key(made), made.id());
        return new RequestDetail.Delivery(
                made.id(),
                delivered ? own.map(SoftwareRequestStore.Visits::completedAt).orElse(null) : null,
                own.map(SoftwareRequestStore.Visits::nextExpectedAt).orElse(null),
                decides ? made.reach().delivered() : null,
                decides ? made.reach().devices() : null);
    }
}
