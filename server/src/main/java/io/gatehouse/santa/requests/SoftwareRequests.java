package io.gatehouse.santa.requests;

import io.gatehouse.approvals.ApprovalProblem;
import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.ContentHash;
import io.gatehouse.approvals.Inbox;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestQuery;
import io.gatehouse.approvals.RequestState;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.Statement;
import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.events.search.Events;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asking for software, and deciding on it. */
@Component
final class SoftwareRequests {

    private static final int LONGEST_TITLE = 255;

    private final Transactions transactions;
    private final Approvals approvals;
    private final MyMacs macs;
    private final BlockStore blocks;
    private final Events events;
    private final FileStore files;
    private final SoftwareRequestStore requests;
    private final RequestViews views;
    private final RequestReach reach;
    private final Clock clock;

    SoftwareRequests(
            Transactions transactions,
            Approvals approvals,
            MyMacs macs,
            BlockStore blocks,
            Events events,
            FileStore files,
            SoftwareRequestStore requests,
            RequestViews views,
            RequestReach reach,
            Clock clock) {
        this.transactions = transactions;
        this.approvals = approvals;
        this.macs = macs;
        this.blocks = blocks;
        this.events = events;
        this.files = files;
        this.requests = requests;
        this.views = views;
        this.reach = reach;
        this.clock = clock;
    }

    /**
     * What is asked for: a file by its hash, or what was blocked in an event.
     *
     * @param deviceId a Mac of the person's own, or any for who may see all devices
     */
    record Asked(
            @Nullable String sha256,
            @Nullable UUID eventId,
            @Nullable String justification,
            @Nullable UUID deviceId) {}

    RequestView submit(Caller caller, Asked asked) {
        Statement justification = Statement.of("justification", asked.justification());
        OrganizationScope scope = caller.scope();
        return transactions.write(scope, () -> {
            List<UUID> own = macs.owned(scope, caller.person());
            Subject subject = asked.eventId() == null
                    ? byHash(caller, own, asked)
                    : byEvent(caller, own, asked.eventId(), asked.sha256());
            Map<String, String> facts = facts(scope, subject);
            return approvals.submit(
                    scope,
                    new NewRequest(SoftwareExecutor.KIND, subject.sha256(), title(subject), facts, justification));
        });
    }

    /** What a request is about, as far as the requester may know it. */
    private record Subject(
            String sha256,
            @Nullable String fileName,
            @Nullable UUID device,
            @Nullable UUID event) {}

    private Subject byEvent(Caller caller, List<UUID> own, UUID event, @Nullable String sha256) {
        return events.told(caller.scope(), event)
                .filter(found -> own.contains(found.device()) || caller.may(Permission.EVENT_READ))
                .filter(found -> sha256 == null || found.sha256().equals(sha256))
                .map(found -> new Subject(found.sha256(), found.fileName(), found.device(), event))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such event on a Mac of yours"));
    }

    private Subject byHash(Caller caller, List<UUID> own, Asked asked) {
        OrganizationScope scope = caller.scope();
        String sha256 = checkedHash(asked.sha256());
        UUID device = asked.deviceId();
        if (device != null && !own.contains(device) && !mayNameAny(caller, device)) {
            throw ProblemException.invalid("deviceId", "must be a Mac of yours");
        }
        Optional<MyBlock.Event> block =
                blocks.latest(scope, device == null ? own : List.of(device), sha256, clock.instant());
        String seen = block.map(MyBlock.Event::fileName)
                .or(() -> caller.may(Permission.EVENT_READ)
                        ? files.find(scope, sha256).map(SignedFile::fileName)
                        : Optional.empty())
                .orElse(null);
        UUID concerned = device != null
                ? device
                : block.map(event -> event.device().id()).orElse(null);
        return new Subject(sha256, seen, concerned, block.map(MyBlock.Event::id).orElse(null));
    }

    private boolean mayNameAny(Caller caller, UUID device) {
        return caller.may(Permission.DEVICE_READ) && requests.exists(caller.scope(), device);
    }

    private static String checkedHash(@Nullable String sha256) {
        String hash = sha256 == null ? "" : sha256.strip().toLowerCase(Locale.ROOT);
        if (!MyMacs.SHA256.matcher(hash).matches()) {
            throw ProblemException.invalid(
                    "sha256", "must be the 64 hexadecimal digits of a file's SHA-256, or give eventId");
        }
        return hash;
    }

    /** Everything that names the software: as the event itself told it, not as other Macs do. */
    private Map<String, String> facts(OrganizationScope scope, Subject subject) {
        UUID event = subject.event();
        Optional<SignedFile> file = event == null
                ? files.find(scope, subject.sha256())
                : events.told(scope, event).map(SignedFile::of);
        Map<String, String> facts = new HashMap<>(file.map(SignedFile::texts).orElse(Map.of()));
        facts.put(SoftwareExecutor.SHA256, subject.sha256());
        put(facts, SoftwareExecutor.DEVICE, subject.device());
        put(facts, SoftwareExecutor.EVENT, event);
        return facts;
    }

    private static void put(Map<String, String> facts, String name, @Nullable UUID id) {
        if (id != null) {
            facts.put(name, id.toString());
        }
    }

    /** Who asks by a hash alone does not learn what others call the file. */
    private static String title(Subject subject) {
        String name = subject.fileName();
        String title =
                name == null || name.isBlank() ? "File " + subject.sha256().substring(0, 12) : name;
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
    }

    /**
     * Which requests to list.
     *
     * @param mine only the caller's own
     * @param decidable only of people for whom the caller decides
     */
    record Wanted(
            @Nullable RequestState state,
            boolean mine,
            boolean decidable,
            @Nullable String text,
            @Nullable String cursor,
            int limit) {}

    Page<RequestSummary> list(Caller caller, Wanted wanted) {
        OrganizationScope scope = caller.scope();
        return transactions.read(scope, () -> {
            RequestQuery query = new RequestQuery(
                    wanted.state(), asking(caller, wanted), wanted.text(), null, wanted.cursor(), wanted.limit());
            Page<RequestView> page = approvals.list(scope, query);
            return new Page<>(views.summaries(scope, page.items()), page.next());
        });
    }

    private @Nullable Set<PersonId> asking(Caller caller, Wanted wanted) {
        if (wanted.mine()) {
            return Set.of(caller.person());
        }
        return wanted.decidable() ? reach.decided(caller) : reach.seen(caller);
    }

    /**
     * What awaits the caller's word.
     *
     * @param waiting how many in all; 1000 stands for as many or more
     */
    record Awaiting(List<RequestSummary> items, @Nullable String next, long waiting) {}

    Awaiting awaiting(Caller caller, @Nullable String cursor, int limit) {
        OrganizationScope scope = caller.scope();
        return transactions.read(scope, () -> {
            Inbox inbox = approvals.inbox(scope, cursor, limit);
            return new Awaiting(
                    views.summaries(scope, inbox.page().items()), inbox.page().next(), inbox.waiting());
        });
    }

    /** The request, if the caller may see it; else it is as if there were none. */
    RequestView visible(Caller caller, RequestId id) {
        return approvals
                .find(caller.scope(), id)
                .filter(request -> caller.is(request.requester())
                        || reach.sees(caller, request.requester())
                        || isInvolved(caller, request))
                .orElseThrow(() -> ApprovalProblem.NO_SUCH_REQUEST.because("There is no such request here"));
    }

    /** Whether the policy asks, or asked, the caller, whatever else they may. */
    boolean isInvolved(Caller caller, RequestView request) {
        return caller.scope().actor().asPerson().isPresent()
                && !caller.is(request.requester())
                && (request.decisions().stream().anyMatch(made -> caller.is(made.person()) || caller.is(made.member()))
                        || approvals.asks(caller.scope(), request.id()));
    }

    /**
     * What the requester says from now on.
     *
     * @param justification instead of the former one; in it stands what an approver asked back for
     * @param contentHash of the version that the requester looked at
     */
    record Revision(
            @Nullable String justification, @Nullable ContentHash contentHash) {}

    void revise(Caller caller, RequestId id, Revision revision) {
        ContentHash seen = Terms.required("contentHash", revision.contentHash());
        Statement justification = Statement.of("justification", revision.justification());
        transactions.write(caller.scope(), () -> {
            RequestView request = visible(caller, id);
            if (!request.contentHash().equals(seen)) {
                throw ApprovalProblem.CONTENT_CHANGED.because(
                        "contentHash is not that of this request: look at it again");
            }
            if (request.justification().equals(justification.text())) {
                throw ProblemException.invalid("justification", "must say something else than before");
            }
            return approvals.revise(
                    caller.scope(),
                    id,
                    new NewRequest(
                            request.kind(), request.subjectKey(), request.title(), request.subject(), justification));
        });
    }

    void withdraw(Caller caller, RequestId id) {
        visible(caller, id);
        approvals.withdraw(caller.scope(), id);
    }
}
