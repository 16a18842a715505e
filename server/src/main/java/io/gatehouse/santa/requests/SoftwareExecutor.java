package io.gatehouse.santa.requests;

import io.gatehouse.approvals.Executor;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.Poll;
import io.gatehouse.approvals.RequestView;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.ScopeKind;
import io.gatehouse.santa.mine.MyMacs;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.rule.InvalidIdentifierException;
import io.gatehouse.santa.protocol.rule.RuleIdentifier;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.rules.ApprovedRule;
import io.gatehouse.santa.rules.Rules;
import io.gatehouse.santa.software.SignedFile;
import io.gatehouse.santa.software.SignedFiles;
import io.gatehouse.santa.software.SoftwareSubject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes an approved request a rule, in the approval's own transaction. */
@Component
final class SoftwareExecutor implements Executor {

    private final SoftwareRequestStore requests;
    private final SignedFiles files;
    private final Rules rules;
    private final SoftwarePolls polls;
    private final MyMacs macs;

    SoftwareExecutor(SoftwareRequestStore requests, SignedFiles files, Rules rules, SoftwarePolls polls, MyMacs macs) {
        this.requests = requests;
        this.files = files;
        this.rules = rules;
        this.polls = polls;
        this.macs = macs;
    }

    @Override
    public String kind() {
        return SoftwareSubject.KIND;
    }

    @Override
    public Poll poll(OrganizationScope scope, NewRequest request) {
        SignedFile file =
                files.find(scope, request.subjectKey()).orElseGet(() -> SignedFile.unknown(request.subjectKey()));
        return polls.poll(scope, file.certainKeys());
    }

    @Override
    public void opened(OrganizationScope scope, RequestView request) {
        requests.insert(
                scope,
                request.id(),
                request.subject().get(SoftwareSubject.SHA256),
                id(request, SoftwareSubject.DEVICE),
                id(request, SoftwareSubject.EVENT));
        withDevice(request, device -> requests.pending(scope, device, 1));
    }

    @Override
    public String execute(OrganizationScope scope, RequestView request) {
        Terms terms =
                Terms.of(request.subject().containsKey(SoftwareSubject.ENTRY) ? request.subject() : request.terms());
        SignedFile file = files.of(scope, request);
        checkNamed(terms, file);
        UUID rule = rules.approve(
                        scope,
                        new ApprovedRule(
                                terms.ruleType(),
                                terms.identifier(),
                                terms.policy(),
                                terms.scope(),
                                terms.expiresAt(),
                                terms.comment(),
                                file.displayName(),
                                request.id().value()))
                .id();
        requests.ruleMade(scope, request.id(), rule);
        return rule.toString();
    }

    /** On the requester's own Mac alone, where no other rule is in the way. */
    @Override
    public Optional<Map<String, String>> plainTerms(OrganizationScope scope, RequestView request) {
        UUID device = id(request, SoftwareSubject.DEVICE);
        SignedFile file = files.of(scope, request);
        boolean own = macs.owned(scope, request.requester()).contains(device);
        if (!own || file.disputed() || !rules.matching(scope, file.identity()).isEmpty()) {
            return Optional.empty();
        }
        return Ladder.of(file).stream()
                .filter(Ladder.Rung::recommended)
                .findFirst()
                .map(rung -> new Terms(
                                rung.key().type(),
                                rung.key().identifier(),
                                new ScopeChoice(ScopeKind.DEVICE, null, device),
                                Policy.ALLOWLIST,
                                null,
                                null)
                        .texts());
    }

    @Override
    public void closed(OrganizationScope scope, RequestView request) {
        withDevice(request, device -> requests.pending(scope, device, -1));
    }

    /** An approval of one program must not become a rule for something else. */
    private static void checkNamed(Terms terms, SignedFile file) {
        try {
            RuleKey key = new RuleKey(terms.ruleType(), RuleIdentifier.normalize(terms.ruleType(), terms.identifier()));
            if (!file.certainKeys().contains(key)) {
                throw ProblemException.invalid(
                        "identifier",
                        file.disputed()
                                ? "must be the file's SHA-256: Macs disagree about who signed this file"
                                : "must be one of those that the request proposes");
            }
        } catch (InvalidIdentifierException e) {
            throw ProblemException.invalid("identifier", "must be one of those that the request proposes");
        }
    }

    private static void withDevice(RequestView request, Consumer<UUID> then) {
        UUID device = id(request, SoftwareSubject.DEVICE);
        if (device != null) {
            then.accept(device);
        }
    }

    private static @Nullable UUID id(RequestView request, String name) {
        String text = request.subject().get(name);
        return text == null ? null : UUID.fromString(text);
    }
}
