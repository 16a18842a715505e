package io.gatehouse.ledger.checkpoint;

import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.Requires;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How an operator replaces the keys that sign checkpoints. */
@RestController
@RequestMapping("/api/installation/ledger/keys")
final class LogKeyController {

    private final LogKeys keys;

    LogKeyController(LogKeys keys) {
        this.keys = keys;
    }

    /** A version of the keys. */
    record Version(int version) {}

    /** Each organization's book tells of the new keys within minutes; from the entry after that on they sign its log. */
    @PostMapping("/rotate")
    @FreshFactor
    @Requires(Permission.INSTALLATION_OPERATE)
    Version rotate(PersonId operator) {
        return new Version(keys.makeNext(operator));
    }
}
