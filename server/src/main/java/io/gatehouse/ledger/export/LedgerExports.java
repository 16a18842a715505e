package io.gatehouse.ledger.export;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.checkpoint.LogKeys;
import io.gatehouse.ledger.log.LogExcerpts;
import io.gatehouse.ledger.timestamps.Timestamps;
import io.gatehouse.ledger.watch.ExportAlarms;
import io.gatehouse.ledger.watch.ExportGuard;
import io.gatehouse.ledger.watch.MismatchException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes a book out as it was at a sealed moment. */
@Service
final class LedgerExports {

    /** At the same time; each holds a connection to the database for as long as its reader takes. */
    private static final int EXPORTS = 3;

    private final Semaphore free = new Semaphore(EXPORTS);
    private final Transactions transactions;
    private final Ledger ledger;
    private final SealedMoments moments;
    private final ExportWriter writer;
    private final LogKeys keys;
    private final Timestamps timestamps;
    private final ExportGuard guard;
    private final ExportAlarms alarms;

    LedgerExports(
            Transactions transactions,
            Ledger ledger,
            SealedMoments moments,
            ExportWriter writer,
            LogKeys keys,
            Timestamps timestamps,
            ExportGuard guard,
            ExportAlarms alarms) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.moments = moments;
        this.writer = writer;
        this.keys = keys;
        this.timestamps = timestamps;
        this.guard = guard;
        this.alarms = alarms;
    }

    /** Says why an export would be refused now. */
    void check(OrganizationScope scope, ExportRequest request) {
        guard.check(scope);
        if (free.availablePermits() == 0) {
            throw allTaken();
        }
        if (request.since() != null) {
            prepare(scope, request);
        }
    }

    /** What is refused is refused before the book tells of it: an entry says that something was given. */
    void send(OrganizationScope scope, ExportRequest request, Download download) throws IOException {
        guard.check(scope);
        if (!free.tryAcquire()) {
            throw allTaken();
        }
        try {
            prepare(scope, request);
            record(scope, request);
            write(scope, request, download);
        } catch (MismatchException e) {
            boolean isTakenBack = download.takeBack();
            alarms.raise(scope, e);
            // Once a part has left, the connection breaks off, so that nobody takes it for the whole.
            throw isTakenBack ? inDoubt(e) : e;
        } catch (RuntimeException | IOException e) {
            download.takeBack();
            throw e;
        } finally {
            free.release();
        }
    }

    private void write(OrganizationScope scope, ExportRequest request, Download download) throws IOException {
        Output output = download.begin(request.format());
        Trailer trailer = moments.read(scope, request.withheld(), moment -> writer.write(moment, request, output));
        LogExcerpts.Head head = trailer.head();
        byte[] token = timestamps.token(scope, head.size(), head.note()).orElse(null);
        // Read last: whichever key signed the checkpoint is among them.
        output.write(trailer.text(keys.published(head.origin(), head.firstKey()), token) + "\n");
        output.end();
    }

    private static ProblemException inDoubt(MismatchException met) {
        return CommonProblem.CONFLICT.because(
                "The ledger does not match its tree: " + met.getMessage() + ". Nothing is exported like that");
    }

    private static ProblemException allTaken() {
        return CommonProblem.CONFLICT.because(
                EXPORTS + " exports are being taken just now; take this one when one of them is done");
    }

    private void prepare(OrganizationScope scope, ExportRequest request) {
        Long since = request.since();
        long size = moments.prepare(scope);
        if (since != null && (since < 0 || since > size)) {
            throw ProblemException.invalid("since", "must be 0 to " + size + ", not " + since);
        }
    }

    private void record(OrganizationScope scope, ExportRequest request) {
        Map<String, @Nullable Object> what = new HashMap<>();
        what.put("format", request.format());
        what.put("values", request.withheld() ? "withheld" : "included");
        what.put("partial", request.isPartial());
        transactions.write(
                scope,
                () -> ledger.append(
                        scope,
                        NewEntry.of("ledger.export", "ledger", scope.organization(), "Ledger")
                                .change(null, what)));
    }
}
