package io.gatehouse.ledger.witness;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.OutgoingHttp;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.checkpoint.Checkpoint;
import io.gatehouse.ledger.checkpoint.CosignerKey;
import io.gatehouse.ledger.log.LogGrowth;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Shows a witness the latest checkpoint, as often as it takes to find out from which tree it wants to go on. */
@Component
final class Conversation {

    private static final int ATTEMPTS = 3;
    private static final int LONGEST_QUOTE = 200;
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);
    private static final String SIZE_TYPE = "text/x.tlog.size";
    private static final Pattern SIZE = Pattern.compile("(0|[1-9][0-9]{0,15})\n");
    private static final Map<String, String> HEADERS = Map.of("Content-Type", "text/plain; charset=utf-8");

    private final Transactions transactions;
    private final LogGrowth log;
    private final OutgoingHttp http;
    private final Clock clock;

    Conversation(Transactions transactions, LogGrowth log, OutgoingHttp http, Clock clock) {
        this.transactions = transactions;
        this.log = log;
        this.http = http;
        this.clock = clock;
    }

    Said ask(OrganizationScope scope, Witness witness) {
        long from = witness.size();
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<LogGrowth.Growth> growth = growth(scope, from);
            if (growth.isEmpty()) {
                return Said.of(
                        Outcome.NOTHING_TO_COSIGN, "The ledger has no checkpoint yet; it gets one within seconds");
            }
            OutgoingHttp.Answer answer;
            try {
                answer = http.send(
                        scope.organization(),
                        "POST",
                        witness.addCheckpoint(),
                        HEADERS,
                        growth.get().request());
            } catch (IOException e) {
                return failure(e);
            }
            OptionalLong other = answer.status() == 409 ? size(answer) : OptionalLong.empty();
            if (other.isEmpty()) {
                return judge(witness, growth.get(), answer);
            }
            Optional<Said> conflict = conflict(scope, witness, growth.get(), other.getAsLong());
            if (conflict.isPresent()) {
                return conflict.get();
            }
            from = other.getAsLong();
        }
        return Said.of(
                Outcome.NOT_UNDERSTOOD, "It names another size each time it is asked; somebody else may ask it, too");
    }

    private Optional<LogGrowth.Growth> growth(OrganizationScope scope, long from) {
        return transactions.read(scope, () -> log.since(scope, from));
    }

    /** Another size than it was shown is no harm, unless there is no such tree. */
    private Optional<Said> conflict(OrganizationScope scope, Witness witness, LogGrowth.Growth shown, long size) {
        // Read anew: another node may have shown it a checkpoint that came meanwhile.
        long present = transactions.read(scope, () -> log.size(scope));
        if (size > present) {
            return Optional.of(Said.of(
                    Outcome.AHEAD,
                    "It has cosigned a tree of " + size + " entries, and the ledger has " + present
                            + ": the ledger was put back to an earlier state, or there are two of it"));
        }
        if (size != shown.from()) {
            return Optional.empty();
        }
        return Optional.of(
                size == shown.checkpoint().size()
                        ? disagrees(witness, size)
                        : Said.of(Outcome.NOT_UNDERSTOOD, "It wants to go on from the size that it was shown"));
    }

    private Said judge(Witness witness, LogGrowth.Growth growth, OutgoingHttp.Answer answer) {
        return switch (answer.status()) {
            case 200 -> cosigned(witness, growth.checkpoint(), answer.body());
            case 403 -> Said.of(Outcome.KEY_UNKNOWN, "It knows no key by which this ledger signs" + quote(answer));
            case 404 ->
                Said.of(
                        Outcome.LOG_UNKNOWN,
                        "It does not know " + growth.checkpoint().origin() + quote(answer));
            case 422 -> disagrees(witness, growth.from());
            default ->
                answer.status() >= 500
                        ? Said.of(Outcome.FAILING, "It fails with status " + answer.status() + quote(answer))
                        : Said.of(Outcome.NOT_UNDERSTOOD, "It answers with status " + answer.status() + quote(answer));
        };
    }

    /** Who never showed that it has its keys may be anybody, at a wrong address; and every tree continues the empty one. */
    private static Said disagrees(Witness witness, long size) {
        if (witness.size() == 0 || size == 0) {
            return Said.of(
                    Outcome.NOT_UNDERSTOOD,
                    "It says that the ledger does not continue what it has cosigned, and it has cosigned nothing for"
                            + " this ledger yet: is the address that of a witness?");
        }
        return Said.of(
                Outcome.DISAGREES,
                "It has cosigned a tree of " + size + " entries that this ledger does not continue: the ledger was"
                        + " changed, or put back to an earlier state, or there are two of it");
    }

    /** All of its keys must have signed, so that the weaker algorithm alone proves nothing. */
    private Said cosigned(Witness witness, Checkpoint checkpoint, String body) {
        StringBuilder lines = new StringBuilder();
        for (CosignerKey key : witness.keys()) {
            Optional<String> line = body.lines()
                    .filter(each ->
                            key.cosigned(checkpoint, each).filter(this::isNow).isPresent())
                    .findFirst();
            if (line.isEmpty()) {
                return Said.of(
                        Outcome.KEY_MISMATCH,
                        "Its answer has no cosignature of this checkpoint, made now, by the "
                                + key.type().algorithm() + " key of " + key.name());
            }
            lines.append(line.get()).append('\n');
        }
        return Said.cosigned(checkpoint.size(), lines.toString());
    }

    private boolean isNow(Instant time) {
        return Duration.between(time, clock.instant()).abs().compareTo(CLOCKS_DIFFER) <= 0;
    }

    private static OptionalLong size(OutgoingHttp.Answer answer) {
        return answer.contentType().startsWith(SIZE_TYPE)
                        && SIZE.matcher(answer.body()).matches()
                ? OptionalLong.of(Long.parseLong(answer.body().strip()))
                : OptionalLong.empty();
    }

    private static Said failure(IOException e) {
        return switch (e) {
            case OutgoingHttp.Busy busy -> Said.of(Outcome.BUSY, String.valueOf(busy.getMessage()));
            case OutgoingHttp.Refused refused -> Said.of(Outcome.NOT_ALLOWED, String.valueOf(refused.getMessage()));
            default -> Said.of(Outcome.UNREACHABLE, "It gives no answer: " + e.getMessage());
        };
    }

    /** What a stranger wrote: short, and in one line. */
    private static String quote(OutgoingHttp.Answer answer) {
        String text = answer.body().substring(0, Math.min(answer.body().length(), LONGEST_QUOTE));
        String plain = text.replaceAll("[^\\p{L}\\p{N}\\p{P} ]+", " ").strip();
        return plain.isEmpty() ? "" : ": " + plain;
    }
}
