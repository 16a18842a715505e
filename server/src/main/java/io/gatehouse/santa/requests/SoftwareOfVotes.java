package io.gatehouse.santa.requests;

import io.gatehouse.approvals.Approvals;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.RequestId;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.approvals.Statement;
import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.ScopeKind;
import io.gatehouse.santa.mine.MyMacs;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.rules.Rule;
import io.gatehouse.santa.rules.Rules;
import io.gatehouse.santa.software.SignedFile;
import io.gatehouse.santa.software.SignedFiles;
import io.gatehouse.santa.software.SoftwareSubject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

@Component
final class SoftwareOfVotes implements VotedSoftware {

    private final Approvals approvals;
    private final SignedFiles files;
    private final MyMacs macs;
    private final SoftwareRequestStore requests;
    private final Rules rules;

    SoftwareOfVotes(Approvals approvals, SignedFiles files, MyMacs macs, SoftwareRequestStore requests, Rules rules) {
        this.approvals = approvals;
        this.files = files;
        this.macs = macs;
        this.requests = requests;
        this.rules = rules;
    }

    @Override
    public Optional<Votable> find(OrganizationScope scope, String sha256) {
        return files.find(scope, sha256)
                .map(file -> new Votable(
                        sha256,
                        file.displayName(),
                        file.signer(),
                        Ladder.of(file).stream()
                                .map(rung -> new Way(rung.key(), rung.label(), rung.explanation()))
                                .toList(),
                        rules.matching(scope, file.identity()).stream()
                                .anyMatch(rule -> rule.scope().kind() != ScopeKind.DEVICE && blocks(rule.policy()))));
    }

    private static boolean blocks(Policy policy) {
        return switch (policy) {
            case BLOCKLIST, SILENT_BLOCKLIST, SILENT_GUI_BLOCKLIST, SILENT_TTY_BLOCKLIST -> true;
            case ALLOWLIST, ALLOWLIST_COMPILER, CEL, REMOVE -> false;
        };
    }

    @Override
    public boolean isKnownTo(Caller caller, String sha256) {
        OrganizationScope scope = caller.scope();
        return caller.may(Permission.EVENT_READ)
                || caller.may(Permission.REQUEST_DECIDE)
                || macs.latestBlock(scope, macs.owned(scope, caller.person()), sha256)
                        .isPresent();
    }

    @Override
    public List<RequestId> asking(OrganizationScope scope, RuleKey key) {
        List<RequestId> naming = requests.naming(scope, key);
        return naming.isEmpty()
                ? List.of()
                : approvals.findAll(scope, naming).values().stream()
                        .filter(request -> request.state().isOpen())
                        .map(RequestView::id)
                        .toList();
    }

    @Override
    public List<RuleKey> keys(OrganizationScope scope, RequestView request) {
        return request.kind().equals(SoftwareSubject.KIND)
                ? files.of(scope, request).certainKeys()
                : List.of();
    }

    @Override
    public void propose(OrganizationScope scope, String sha256, Statement why) {
        SignedFile file = files.find(scope, sha256).orElseThrow();
        approvals.submit(scope, new NewRequest(SoftwareSubject.KIND, sha256, file.displayName(), file.texts(), why));
    }

    @Override
    public Set<UUID> decided(OrganizationScope scope, Votable file, RuleKey key, Set<UUID> devices) {
        SignedFile known = files.find(scope, file.sha256()).orElseThrow();
        Set<UUID> decided = new HashSet<>();
        for (Rule rule : rules.matching(scope, known.identity())) {
            boolean same = key.equals(new RuleKey(rule.ruleType(), rule.identifier()));
            DeviceRef device = rule.scope().device();
            if (device == null && blocks(rule.policy())) {
                return devices;
            }
            if (device != null && (same || !Precedence.allows(rule.policy()))) {
                decided.add(device.id());
            }
        }
        decided.retainAll(devices);
        return decided;
    }
}
