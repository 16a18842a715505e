package io.gatehouse.verifier.command;

import io.gatehouse.verifier.encoding.MalformedException;
import io.gatehouse.verifier.proof.AddCheckpoint;
import io.gatehouse.verifier.proof.InclusionProof;
import io.gatehouse.verifier.verify.Demands;
import io.gatehouse.verifier.verify.Kept;
import io.gatehouse.verifier.verify.ProofVerifier;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Verifies a single proof: of an entry, or of consistency. */
final class ProofCommand {

    private final Arguments arguments;
    private final PrintStream out;

    ProofCommand(List<String> words, PrintStream out) throws UsageException {
        Set<String> options = new HashSet<>(Trust.OPTIONS);
        options.add("--entry");
        this.arguments = new Arguments(words, options, Set.of());
        this.out = out;
    }

    ExitCode inclusion() throws UsageException, IOException {
        Demands demands = new Trust(arguments).demands();
        String file = arguments.only("proof");
        Optional<String> entryFile = arguments.one("--entry");
        try {
            InclusionProof proof = InclusionProof.parse(Inputs.text(file));
            byte[] entry = entryFile.isPresent() ? Inputs.bytes(entryFile.get()) : proof.extra();
            if (entry == null) {
                throw new UsageException("the proof does not bring its entry: name it by --entry");
            }
            Kept proven = new ProofVerifier(demands).inclusion(proof, entry);
            return tell(
                    proven,
                    "entry " + proof.index() + " of " + proof.checkpoint().size() + " is\n"
                            + Printable.of(new String(entry, StandardCharsets.UTF_8)));
        } catch (MalformedException e) {
            return refuse(e);
        }
    }

    ExitCode consistency() throws UsageException, IOException {
        arguments.need("--kept");
        Trust trust = new Trust(arguments);
        Demands demands = trust.demands();
        Kept kept = demands.kept();
        try {
            AddCheckpoint proof = AddCheckpoint.parse(Inputs.text(arguments.only("proof")));
            if (kept == null) {
                throw new UsageException("--kept is missing");
            }
            Kept proven = new ProofVerifier(demands).consistency(proof, kept);
            trust.keep(proven);
            return tell(
                    proven,
                    "the log of " + proof.checkpoint().size() + " entries continues the checkpoint of "
                            + proof.oldSize() + " that you kept");
        } catch (MalformedException e) {
            return refuse(e);
        }
    }

    private ExitCode tell(Kept proven, String what) {
        if (proven.seals().isEmpty()) {
            out.println("CONSISTENT IN ITSELF, NOT PROVEN: bring the log's key (--key) to know whose log it is");
            return ExitCode.CONSISTENT;
        }
        out.println("PROVEN");
        out.println(Printable.of(proven.checkpoint().origin()));
        out.println(what);
        return ExitCode.PROVEN;
    }

    private ExitCode refuse(MalformedException refusal) {
        out.println("REFUSED");
        out.println("  " + Printable.of(refusal.what()));
        return ExitCode.REFUSED;
    }
}
