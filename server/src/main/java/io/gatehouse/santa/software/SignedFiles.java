package io.gatehouse.santa.software;

import io.gatehouse.approvals.RequestView;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.santa.policy.RuleKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How files that Macs have shown can be named by rules. Joins the caller's open transaction. */
@Component
public final class SignedFiles {

    private final FileStore store;

    SignedFiles(FileStore store) {
        this.store = store;
    }

    /** The file, when some Mac has shown it. */
    public Optional<SignedFile> find(OrganizationScope scope, String sha256) {
        return Optional.ofNullable(findAll(scope, List.of(sha256)).get(sha256));
    }

    /** Those of the files that some Mac has shown, by hash. */
    public Map<String, SignedFile> findAll(OrganizationScope scope, Collection<String> hashes) {
        return store.findAll(scope, hashes);
    }

    /**
     * The file that a request is about: as the event told of it that was asked about, or as the catalogue names it, else as
     * all Macs together know it. Whether they disagree is asked anew each time.
     */
    public SignedFile of(OrganizationScope scope, RequestView request) {
        Optional<SignedFile> known = find(scope, request.subjectKey());
        if (request.subject().containsKey(SoftwareSubject.EVENT)
                || request.subject().containsKey(SoftwareSubject.ENTRY)) {
            return SignedFile.of(
                    request.subject(), known.map(SignedFile::disputed).orElse(false));
        }
        return known.orElseGet(() -> SignedFile.unknown(request.subjectKey()));
    }

    /**
     * What a rule would let run besides the file itself.
     *
     * @param software other files, at most 10,000
     * @param devices that have shown one of them
     * @param examples names of some of them
     */
    public record Others(long software, long devices, List<String> examples) {}

    /** What a rule for this key would let run besides the file. */
    public Others others(OrganizationScope scope, RuleKey key, String sha256) {
        return store.others(scope, key, sha256);
    }
}
