package io.gatehouse.ledger.log;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The log of logs, for whoever reads the ledger of any organization: hashes, and of the leaves only one's own. */
@RestController
@RequestMapping("/api/organizations/{organization}/ledger/log-of-logs")
final class LogOfLogsController {

    private final Log log;
    private final LogOfLogs logOfLogs;

    LogOfLogsController(Log log, LogOfLogs logOfLogs) {
        this.log = log;
        this.logOfLogs = logOfLogs;
    }

    @GetMapping(path = "/proof", produces = LogAnswers.TEXT)
    @Requires(Permission.LEDGER_READ)
    ResponseEntity<String> proof(OrganizationScope scope) {
        return LogAnswers.download("checkpoint.tlog-proof", logOfLogs.proof(scope));
    }

    @GetMapping(path = "/checkpoint", produces = LogAnswers.TEXT)
    @Requires(Permission.LEDGER_READ)
    String checkpoint(OrganizationScope scope) {
        return log.checkpoint(LogOfLogs.SCOPE);
    }

    @GetMapping(path = "/keys", produces = LogAnswers.TEXT)
    @Requires(Permission.LEDGER_READ)
    String keys(OrganizationScope scope) {
        return log.keys(LogOfLogs.SCOPE);
    }

    @GetMapping(path = "/tile/{*path}", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Requires(Permission.LEDGER_READ)
    ResponseEntity<byte[]> tile(OrganizationScope scope, @PathVariable String path) {
        TilePath tile = TilePath.parse(path.substring(1));
        if (tile.level() == null) {
            throw CommonProblem.NOT_FOUND.because(
                    "The log of logs shows hashes only; of its leaves, each its own by a proof");
        }
        return LogAnswers.tile(tile, log.tile(LogOfLogs.SCOPE, tile));
    }

    @GetMapping(path = "/consistency", produces = LogAnswers.TEXT)
    @Requires(Permission.LEDGER_READ)
    ResponseEntity<String> consistency(
            OrganizationScope scope, @RequestParam long from, @RequestParam(required = false) @Nullable Long to) {
        return LogAnswers.download("consistency.txt", log.consistency(LogOfLogs.SCOPE, from, to));
    }
}
