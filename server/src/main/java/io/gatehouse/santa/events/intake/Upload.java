package io.gatehouse.santa.events.intake;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.santa.protocol.message.Event;
import io.gatehouse.santa.protocol.message.EventUploadRequest;
import io.gatehouse.santa.protocol.vocabulary.Decision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** One device's upload, ready to be stored. */
final class Upload {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final OrganizationId organization;
    private final UUID device;
    private final long received;
    private final List<Sighting> sightings = new ArrayList<>();
    private final List<Execution> executions = new ArrayList<>();
    private final List<BundleClaim> bundles = new ArrayList<>();
    private final List<FileAccess> fileAccesses;
    private final List<Audit> audits;
    private final Set<String> wanted = new HashSet<>();
    private int withoutHash;
    private final int ofUnknownKind;

    /**
     * Makes the rows.
     *
     * @param received microseconds since 1970
     */
    Upload(OrganizationId organization, UUID device, EventUploadRequest request, long received) {
        this.organization = organization;
        this.device = device;
        this.received = received;
        request.events().forEach(this::add);
        this.fileAccesses = request.fileAccessEvents().stream()
                .map(event -> FileAccess.of(device, event, received))
                .toList();
        this.audits = request.auditEvents().stream()
                .map(event -> event.standaloneModeRuleCreation())
                .filter(Objects::nonNull)
                .map(event -> Audit.of(device, event, received))
                .toList();
        this.ofUnknownKind = request.auditEvents().size() - audits.size();
    }

    private void add(Event event) {
        String sha256 = Facts.hash(event.fileSha256());
        if (!SHA256.matcher(sha256).matches()) {
            withoutHash++;
            return;
        }
        Facts facts = Facts.of(event);
        boolean member = event.decision().known() == Decision.BUNDLE_BINARY;
        if (SHA256.matcher(Facts.hash(event.fileBundleHash())).matches()) {
            bundles.add(BundleClaim.of(device, sha256, member, event));
        }
        if (member) {
            sightings.add(new Sighting(device, sha256, facts, received, false));
        } else {
            Execution execution = Execution.of(device, sha256, facts, event, received);
            sightings.add(new Sighting(device, sha256, facts, execution.micros(), execution.blocked()));
            executions.add(execution);
        }
    }

    OrganizationId organization() {
        return organization;
    }

    UUID device() {
        return device;
    }

    long received() {
        return received;
    }

    List<Sighting> sightings() {
        return sightings;
    }

    List<Execution> executions() {
        return executions;
    }

    List<BundleClaim> bundles() {
        return bundles;
    }

    List<FileAccess> fileAccesses() {
        return fileAccesses;
    }

    List<Audit> audits() {
        return audits;
    }

    /** Rows, of whatever kind. */
    int size() {
        return sightings.size() + fileAccesses.size() + audits.size();
    }

    /** Events that cannot be stored, because nothing tells their file. */
    int withoutHash() {
        return withoutHash;
    }

    /** Audit events that cannot be stored, because they are of a kind that is not known here. */
    int ofUnknownKind() {
        return ofUnknownKind;
    }

    /** The writer tells which bundles are still wanted, of those that this upload's executions belong to. */
    void want(Set<String> hashes) {
        wanted.clear();
        for (BundleClaim claim : bundles) {
            if (!claim.member() && hashes.contains(claim.hash())) {
                wanted.add(claim.hash());
            }
        }
    }

    /** Bundles of which the device shall send the members. */
    List<String> wanted() {
        return wanted.stream().sorted().toList();
    }
}
