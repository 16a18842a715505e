package io.gatehouse.verifier.command;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.note.VerifierKey;
import io.gatehouse.verifier.policy.Policy;
import io.gatehouse.verifier.timestamp.Authorities;
import io.gatehouse.verifier.verify.Demands;
import io.gatehouse.verifier.verify.Kept;
import io.gatehouse.verifier.verify.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The options by which whoever verifies says whom they trust. */
final class Trust {

    static final Set<String> OPTIONS = Set.of("--key", "--kept", "--keep", "--policy", "--timestamp-authority");

    private final Arguments arguments;

    Trust(Arguments arguments) {
        this.arguments = arguments;
    }

    Demands demands() throws UsageException, IOException {
        List<VerifierKey> keys = new ArrayList<>(Inputs.keys(arguments.all("--key")));
        Policy policy = policy();
        if (policy != null) {
            keys.addAll(policy.logs());
        }
        return new Demands(keys, kept(keys), policy, authorities());
    }

    /** Keeps what was proven for the next visit. */
    void keep(Report report) throws UsageException, IOException {
        Report.Facts facts = report.facts();
        if (facts != null && report.verdict() == Report.Verdict.PROVEN) {
            keep(facts.toKeep());
        }
    }

    /** Keeps what was proven for the next visit. */
    void keep(Kept proven) throws UsageException, IOException {
        Optional<String> file = arguments.one("--keep");
        if (file.isPresent()) {
            Path target = Path.of(file.get()).toAbsolutePath();
            // The checkpoint of the last visit must never be lost half-way to the next one.
            Path next = Files.createTempFile(target.getParent(), "kept", ".next");
            Files.writeString(next, proven.toString());
            Files.move(next, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private @Nullable Kept kept(List<VerifierKey> keys) throws UsageException, IOException {
        Optional<String> file = arguments.one("--kept");
        try {
            return file.isEmpty() ? null : Kept.parse(Inputs.text(file.get()), keys);
        } catch (MalformedException e) {
            throw new IOException("--kept: " + e.what(), e);
        }
    }

    private Authorities authorities() throws UsageException, IOException {
        Optional<String> file = arguments.one("--timestamp-authority");
        try {
            return file.isEmpty() ? Authorities.none() : Authorities.parse(Inputs.bytes(file.get()));
        } catch (MalformedException e) {
            throw new IOException("--timestamp-authority: " + e.what(), e);
        }
    }

    private @Nullable Policy policy() throws UsageException, IOException {
        Optional<String> file = arguments.one("--policy");
        try {
            return file.isEmpty() ? null : Policy.parse(Inputs.text(file.get()));
        } catch (MalformedException e) {
            throw new IOException("--policy: " + e.what(), e);
        }
    }
}
