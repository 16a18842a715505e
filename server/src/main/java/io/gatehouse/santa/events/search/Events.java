package io.gatehouse.santa.events.search;

import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.Cursor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.devices.Scopes;
import io.gatehouse.santa.rules.Explanation;
import io.gatehouse.santa.rules.Rules;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Events for people to see. */
@Service
public final class Events {

    private final Transactions transactions;
    private final EventStore store;
    private final RequestFinder requests;
    private final Rules rules;
    private final Scopes scopes;
    private final Approvals approvals;

    Events(
            Transactions transactions,
            EventStore store,
            RequestFinder requests,
            Rules rules,
            Scopes scopes,
            Approvals approvals) {
        this.transactions = transactions;
        this.store = store;
        this.requests = requests;
        this.rules = rules;
        this.scopes = scopes;
        this.approvals = approvals;
    }

    Page<EventView> list(OrganizationScope scope, EventFilter filter, @Nullable String cursor, int limit) {
        Cursor after = Cursor.decode(cursor, 2);
        return transactions.read(
                scope,
                () -> Page.of(
                                store.list(scope, filter, after, limit + 1),
                                limit,
                                row -> Cursor.of(row.occurredAt(), row.id()))
                        .map(EventRow::view));
    }

    /** One event. */
    public Optional<EventView> find(OrganizationScope scope, UUID id) {
        return transactions.read(scope, () -> store.find(scope, id).map(EventRow::view));
    }

    /** The file as the event itself told of it. */
    public Optional<ToldFile> told(OrganizationScope scope, UUID id) {
        return transactions.read(scope, () -> store.find(scope, id).map(ToldFile::of));
    }

    EventDetail details(OrganizationScope scope, UUID id) {
        return transactions.read(
                scope,
                () -> store.find(scope, id)
                        .map(row -> details(scope, row))
                        .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such event")));
    }

    private EventDetail details(OrganizationScope scope, EventRow row) {
        EventView view = row.view();
        Told facts = row.facts();
        Optional<Explanation> now = explain(scope, row);
        return new EventDetail(
                view,
                row.details().texts("loggedInUsers"),
                row.details().texts("currentSessions"),
                facts.certificates("signingChain"),
                facts.entitlements("entitlements"),
                facts.flag("entitlementsFiltered"),
                facts.number("csFlags"),
                facts.text("signingStatus"),
                facts.time("signingTime"),
                facts.time("secureSigningTime"),
                quarantine(row.details()),
                row.staticRule(),
                bundle(view, row),
                row.details().text("claimedTime"),
                now.map(Explanation::rule).orElse(null),
                now.map(Explanation::why).orElse(null),
                new EventDetail.SoftwareRef(view.sha256(), view.fileName()),
                request(scope, view.sha256()).orElse(null));
    }

    private static EventDetail.@Nullable Quarantine quarantine(Told details) {
        if (!details.has("quarantine")) {
            return null;
        }
        Told told = details.object("quarantine");
        return new EventDetail.Quarantine(
                told.text("dataUrl"), told.text("refererUrl"), told.time("timestamp"), told.text("agentBundleId"));
    }

    private static EventDetail.@Nullable BundleDetail bundle(EventView view, EventRow row) {
        if (view.bundle() == null) {
            return null;
        }
        Told told = row.details().object("bundle");
        return new EventDetail.BundleDetail(
                view.bundle().hash(),
                view.bundle().identifier(),
                view.bundle().name(),
                view.bundle().version(),
                row.facts().text("bundleVersionString"),
                row.facts().text("bundlePath"),
                told.text("executablePath"),
                told.number("hashMillis"),
                told.number("binaryCount"));
    }

    private Optional<Explanation> explain(OrganizationScope scope, EventRow row) {
        UUID device = row.device().id();
        return scopes.devices(scope, List.of(device)).containsKey(device)
                ? Optional.of(rules.explain(scope, device, ToldFile.of(row).identity()))
                : Optional.empty();
    }

    private Optional<EventDetail.RequestRef> request(OrganizationScope scope, String sha256) {
        return requests.latest(scope, sha256)
                .flatMap(id -> approvals.find(scope, new RequestId(id)))
                .map(found -> new EventDetail.RequestRef(found.id().value(), found.state()));
    }
}
