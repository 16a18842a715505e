package io.gatehouse.santa.mine;

import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.RequestQuery;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Page;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.rules.Explanation;
import io.gatehouse.santa.rules.Rules;
import io.gatehouse.santa.rules.SoftwareIdentity;
import io.gatehouse.santa.software.SignedFile;
import io.gatehouse.santa.software.SignedFiles;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a person is shown of their own Macs, and of no others. */
@Component
public final class MyMacs {

    /** A file's SHA-256. */
    public static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Transactions transactions;
    private final MacStore macs;
    private final BlockStore blocks;
    private final SignedFiles files;
    private final Rules rules;
    private final Approvals approvals;
    private final Clock clock;

    MyMacs(
            Transactions transactions,
            MacStore macs,
            BlockStore blocks,
            SignedFiles files,
            Rules rules,
            Approvals approvals,
            Clock clock) {
        this.transactions = transactions;
        this.macs = macs;
        this.blocks = blocks;
        this.files = files;
        this.rules = rules;
        this.approvals = approvals;
        this.clock = clock;
    }

    List<MyDevice> devices(OrganizationScope scope, PersonId person) {
        return transactions.read(
                scope,
                () -> Stream.concat(macs.owned(scope, person).stream(), macs.claimed(scope, person).stream())
                        .toList());
    }

    Page<MyBlock> blocks(OrganizationScope scope, PersonId person, @Nullable String cursor, int limit) {
        return transactions.read(scope, () -> {
            List<UUID> owned = owned(scope, person);
            Page<BlockStore.Blocked> page = blocks.blocks(scope, owned, clock.instant(), cursor, limit);
            Set<String> hashes = new LinkedHashSet<>();
            page.items().forEach(blocked -> hashes.add(blocked.event().sha256()));
            Map<String, RequestView> asked = latestRequests(scope, person, hashes);
            Map<UUID, Set<String>> allowed = allowed(scope, page);
            return page.map(blocked -> new MyBlock(
                    blocked.event(),
                    blocked.times(),
                    blocked.event().occurredAt(),
                    ref(asked.get(blocked.event().sha256())),
                    allowed.getOrDefault(blocked.event().device().id(), Set.of())
                            .contains(blocked.event().sha256())));
        });
    }

    /** What the dialog's link opens; for a Mac that is not the person's it answers as for one that does not exist. */
    BlockPage block(OrganizationScope scope, PersonId person, @Nullable String machineId, @Nullable String fileSha256) {
        String sha256 = fileSha256 != null && SHA256.matcher(fileSha256).matches() ? fileSha256 : null;
        return transactions.read(scope, () -> {
            Optional<MyDevice> mac = machineId == null ? Optional.empty() : mine(scope, person, machineId);
            List<UUID> owned = mac.filter(device -> device.ownership() == Ownership.OWNER).stream()
                    .map(MyDevice::id)
                    .toList();
            MyBlock.Event event = sha256 == null
                    ? null
                    : blocks.latest(scope, owned, sha256, clock.instant()).orElse(null);
            RequestView asked = sha256 == null
                    ? null
                    : latestRequests(scope, person, List.of(sha256)).get(sha256);
            return new BlockPage(
                    shown(mac),
                    event,
                    event == null ? null : software(scope, event),
                    ref(asked),
                    sha256 != null && (asked == null || !asked.state().isOpen()),
                    machineId != null && MacClaims.isMachineId(machineId) && mac.isEmpty());
        });
    }

    /** The person's own devices. */
    public List<UUID> owned(OrganizationScope scope, PersonId person) {
        return macs.owned(scope, person).stream().map(MyDevice::id).toList();
    }

    /** The latest block of a file on one of these devices, of which the caller knows that the person may see them. */
    public Optional<MyBlock.Event> latestBlock(OrganizationScope scope, Collection<UUID> devices, String sha256) {
        return blocks.latest(scope, devices, sha256, clock.instant());
    }

    private Optional<MyDevice> mine(OrganizationScope scope, PersonId person, String machineId) {
        Optional<UUID> owned = macs.ownedByMachineId(scope, person, machineId);
        if (owned.isPresent()) {
            return macs.owned(scope, person).stream()
                    .filter(device -> device.id().equals(owned.get()))
                    .findFirst();
        }
        return macs.claimed(scope, person).stream()
                .filter(device -> device.hostname().equals(machineId))
                .findFirst();
    }

    private static BlockPage.Mac shown(Optional<MyDevice> mac) {
        return mac.filter(device -> device.ownership() == Ownership.OWNER)
                .map(device -> new BlockPage.Mac(true, Ownership.OWNER, device.hostname()))
                .orElseGet(() ->
                        new BlockPage.Mac(false, mac.map(MyDevice::ownership).orElse(Ownership.NONE), null));
    }

    private BlockPage.Software software(OrganizationScope scope, MyBlock.Event event) {
        SignedFile file = files.find(scope, event.sha256()).orElseGet(() -> SignedFile.unknown(event.sha256()));
        return new BlockPage.Software(
                file.sha256(),
                file.displayName(),
                event.publisher(),
                file.signingId().isEmpty() ? null : file.signingId());
    }

    private Map<String, RequestView> latestRequests(
            OrganizationScope scope, PersonId person, Collection<String> hashes) {
        Map<String, RequestView> latest = new HashMap<>();
        if (!hashes.isEmpty()) {
            approvals
                    .list(scope, RequestQuery.about(hashes, person, Page.MAXIMUM_LIMIT))
                    .items()
                    .forEach(request -> latest.putIfAbsent(request.subjectKey(), request));
        }
        return latest;
    }

    private static MyBlock.@Nullable RequestRef ref(@Nullable RequestView request) {
        return request == null ? null : MyBlock.RequestRef.of(request);
    }

    /** Per device the files that its rules and settings would let run now. */
    private Map<UUID, Set<String>> allowed(OrganizationScope scope, Page<BlockStore.Blocked> page) {
        Map<UUID, Set<SoftwareIdentity>> asked = new HashMap<>();
        Map<String, SignedFile> known = files.findAll(
                scope,
                page.items().stream().map(blocked -> blocked.event().sha256()).toList());
        page.items().forEach(blocked -> {
            SignedFile file = known.get(blocked.event().sha256());
            if (file != null) {
                asked.computeIfAbsent(blocked.event().device().id(), _ -> new HashSet<>())
                        .add(file.identity());
            }
        });
        Map<UUID, Set<String>> allowed = new HashMap<>();
        asked.forEach((device, software) -> rules.explainAll(scope, device, software)
                .forEach((file, explanation) -> {
                    if (explanation.outcome() == Explanation.Outcome.ALLOWED) {
                        allowed.computeIfAbsent(device, _ -> new HashSet<>()).add(file.sha256());
                    }
                }));
        return allowed;
    }
}
