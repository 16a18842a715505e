package io.gatehouse.ledger.log;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import io.gatehouse.ledger.watch.ExportGuard;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The log of an organization, in the form of C2SP tlog-tiles below {@code /log}, and proofs from it. Entries in doubt are not
 * handed out; hashes, checkpoints and keys are, so that the doubt can be looked into from outside.
 */
@RestController
@RequestMapping("/api/organizations/{organization}/ledger")
final class LogController {

    private final Log log;
    private final ExportGuard guard;

    LogController(Log log, ExportGuard guard) {
        this.log = log;
        this.guard = guard;
    }

    @GetMapping(path = "/log/checkpoint", produces = LogAnswers.TEXT)
    @Requires(Permission.LEDGER_READ)
    String checkpoint(OrganizationScope scope) {
        return log.checkpoint(scope);
    }

    @GetMapping(path = "/log/keys", produces = LogAnswers.TEXT)
    @Requires(Permission.LEDGER_READ)
    String keys(OrganizationScope scope) {
        return log.keys(scope);
    }

    @GetMapping(path = "/log/tile/{*path}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Requires(Permission.LEDGER_READ)
    ResponseEntity<byte[]> tile(OrganizationScope scope, @PathVariable String path) {
        TilePath tile = TilePath.parse(path.substring(1));
        if (tile.level() == null) {
            guard.check(scope);
        }
        return LogAnswers.tile(tile, log.tile(scope, tile));
    }

    @GetMapping(path = "/log/proof/{index}", produces = LogAnswers.TEXT)
    @Requires(Permission.LEDGER_READ)
    ResponseEntity<String> proof(OrganizationScope scope, @PathVariable long index) {
        guard.check(scope);
        return LogAnswers.download(index + ".tlog-proof", log.proof(scope, index));
    }

    @GetMapping(path = "/entries/{id}/proof", produces = LogAnswers.TEXT)
    @Requires(Permission.LEDGER_READ)
    ResponseEntity<String> proofOf(OrganizationScope scope, @PathVariable UUID id) {
        return proof(scope, log.index(scope, id));
    }

    @GetMapping(path = "/log/consistency", produces = LogAnswers.TEXT)
    @Requires(Permission.LEDGER_READ)
    ResponseEntity<String> consistency(
            OrganizationScope scope, @RequestParam long from, @RequestParam(required = false) @Nullable Long to) {
        return LogAnswers.download("consistency.txt", log.consistency(scope, from, to));
    }
}
