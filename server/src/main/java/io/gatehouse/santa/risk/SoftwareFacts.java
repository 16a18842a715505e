package io.gatehouse.santa.risk;

import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.Fact;
import io.gatehouse.approvals.FactSource;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.santa.software.SignedFile;
import io.gatehouse.santa.software.SoftwareSubject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells policies what is known of the software that somebody asks for. */
@Component
final class SoftwareFacts implements FactSource {

    private static final List<Fact> ALL = List.of(
            new Fact("publisher", Fact.Type.TEXT, "Who signed it, as its certificate says."),
            new Fact("teamId", Fact.Type.TEXT, "The signer's Apple team id."),
            new Fact("signingId", Fact.Type.TEXT, "The signing id with its team id."),
            new Fact(
                    "signingStatus",
                    Fact.Type.TEXT,
                    "PRODUCTION, DEVELOPMENT, ADHOC, UNSIGNED or INVALID; empty from older clients."),
            new Fact("macs", Fact.Type.NUMBER, "On how many Macs it was seen."),
            new Fact("daysKnown", Fact.Type.NUMBER, "Days since it was first seen; 0 when it never was."),
            new Fact("disputed", Fact.Type.TRUTH, "Whether Macs disagree about who signed it."),
            new Fact("allowedOfSigner", Fact.Type.NUMBER, "Latest requests for this signer's software: approved."),
            new Fact("refusedOfSigner", Fact.Type.NUMBER, "Latest requests for this signer's software: refused."),
            new Fact("deviceTags", Fact.Type.TEXTS, "Names of the tags of the Mac that it is asked for."),
            new Fact("risk", Fact.Type.NUMBER, "0 to 100: the sum of the points in riskReasons."),
            new Fact("riskReasons", Fact.Type.TEXTS, "Each point of the risk with its reason."));

    private final KnowledgeStore store;
    private final Approvals approvals;
    private final Clock clock;

    SoftwareFacts(KnowledgeStore store, Approvals approvals, Clock clock) {
        this.store = store;
        this.approvals = approvals;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return SoftwareSubject.KIND;
    }

    @Override
    public List<Fact> facts() {
        return ALL;
    }

    @Override
    public Map<String, Object> of(OrganizationScope scope, NewRequest request) {
        SignedFile file = SignedFile.of(request.subject(), false);
        SoftwareKnowledge known = knowledge(scope, request, file);
        Risk risk = Risk.of(known);
        Map<String, Object> facts = new HashMap<>();
        facts.put("publisher", file.signer());
        facts.put("teamId", file.teamId());
        facts.put("signingId", file.signingId());
        facts.put("signingStatus", file.status());
        facts.put("macs", known.macs());
        facts.put("daysKnown", known.daysKnown());
        facts.put("disputed", known.disputed());
        facts.put("allowedOfSigner", known.allowed());
        facts.put("refusedOfSigner", known.refused());
        facts.put("deviceTags", known.deviceTags());
        facts.put("risk", (long) risk.score());
        facts.put("riskReasons", risk.reasons());
        return facts;
    }

    private SoftwareKnowledge knowledge(OrganizationScope scope, NewRequest request, SignedFile file) {
        KnowledgeStore.Seen seen =
                store.seen(scope, request.subjectKey(), request.subject().get(SoftwareSubject.DEVICE));
        List<RequestId> ids = store.ofSigner(scope, file);
        Collection<RequestView> earlier =
                ids.isEmpty() ? List.of() : approvals.findAll(scope, ids).values();
        return new SoftwareKnowledge(
                file.status(),
                seen.macs(),
                days(seen.first()),
                seen.disputed(),
                count(earlier, RequestState.APPROVED),
                count(earlier, RequestState.REJECTED),
                seen.tags());
    }

    private long days(@Nullable Instant first) {
        return first == null
                ? 0
                : Math.max(0, Duration.between(first, clock.instant()).toDays());
    }

    private static long count(Collection<RequestView> requests, RequestState state) {
        return requests.stream().filter(request -> request.state() == state).count();
    }
}
