package io.gatehouse.santa.requests;

import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.Statement;
import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.events.search.Events;
import io.gatehouse.santa.mine.MyBlock;
import io.gatehouse.santa.mine.MyMacs;
import io.gatehouse.santa.software.SignedFile;
import io.gatehouse.santa.software.SignedFiles;
import io.gatehouse.santa.software.SoftwareSubject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asking for software. */
@Component
final class Submissions {

    private static final int LONGEST_TITLE = 255;

    private final Transactions transactions;
    private final Approvals approvals;
    private final MyMacs macs;
    private final Events events;
    private final SignedFiles files;
    private final SoftwareRequestStore requests;

    Submissions(
            Transactions transactions,
            Approvals approvals,
            MyMacs macs,
            Events events,
            SignedFiles files,
            SoftwareRequestStore requests) {
        this.transactions = transactions;
        this.approvals = approvals;
        this.macs = macs;
        this.events = events;
        this.files = files;
        this.requests = requests;
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
                    new NewRequest(SoftwareSubject.KIND, subject.sha256(), title(subject), facts, justification));
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
        Optional<MyBlock.Event> block = macs.latestBlock(scope, device == null ? own : List.of(device), sha256);
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
        facts.put(SoftwareSubject.SHA256, subject.sha256());
        put(facts, SoftwareSubject.DEVICE, subject.device());
        put(facts, SoftwareSubject.EVENT, event);
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
}
