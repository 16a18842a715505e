package io.gatehouse.verifier.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/** The jar's entrance. */
public final class Main {

    private static final String USAGE = """
            java -jar gatehouse-verifier.jar verify EXPORT [trust] [--json]
              EXPORT is an export of the book: .jsonl, .zip with a table, or a folder of tlog-tiles
            java -jar gatehouse-verifier.jar proof FILE.tlog-proof [--entry FILE] [trust]
            java -jar gatehouse-verifier.jar consistency FILE --kept FILE [trust]

              trust: --key KEY|FILE   a key of the log (<name>+<id>+<Base64>), or a file with a key on each line
                     --kept FILE      the checkpoint that you kept at your last visit
                     --keep FILE      where to keep the checkpoint for your next visit
                     --policy FILE    whose witness is demanded (C2SP tlog-policy)
                     --timestamp-authority FILE   certificates in PEM of whose time stamps count

            java -jar gatehouse-verifier.jar witness-key NAME --key-file FILE
            java -jar gatehouse-verifier.jar witness --listen ADDRESS:PORT --key-file FILE --state FOLDER --log KEY|FILE

            Answers 0 if proven by a key that you brought, 1 if refused, 2 if it cannot be read, 3 if it holds in itself
            but you brought no key.
            """;

    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        ExitCode code = run(List.of(arguments), out, err);
        out.flush();
        System.exit(code.code());
    }

    /** Runs a command. */
    static ExitCode run(List<String> words, PrintStream out, PrintStream err) {
        try {
            return command(words, out);
        } catch (UsageException e) {
            err.println(Printable.of(e.what()));
            err.print(USAGE);
        } catch (NoSuchFileException e) {
            err.println(Printable.of(String.valueOf(e.getFile())) + " does not exist");
        } catch (IOException | InvalidPathException e) {
            err.println("cannot be read: " + Printable.of(String.valueOf(e.getMessage())));
        }
        return ExitCode.UNREADABLE;
    }

    private static ExitCode command(List<String> words, PrintStream out) throws UsageException, IOException {
        if (words.isEmpty()) {
            throw new UsageException("name a command");
        }
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "verify" -> new VerifyCommand(rest, out).run();
            case "proof" -> new ProofCommand(rest, out).inclusion();
            case "consistency" -> new ProofCommand(rest, out).consistency();
            case "witness-key" -> new WitnessCommand(rest, out).makeKey();
            case "witness" -> new WitnessCommand(rest, out).run();
            default -> throw new UsageException(words.getFirst() + " is no command");
        };
    }
}
