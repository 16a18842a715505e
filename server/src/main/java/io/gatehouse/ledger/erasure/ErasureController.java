package io.gatehouse.ledger.erasure;

import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Erasing what the book says of somebody. */
@RestController
@RequestMapping("/api/organizations/{organization}/ledger/erasures")
final class ErasureController {

    private final Erasures erasures;

    ErasureController(Erasures erasures) {
        this.erasures = erasures;
    }

    @GetMapping
    @Requires(Permission.LEDGER_ERASE)
    List<Erasure> list(OrganizationScope scope) {
        return erasures.list(scope);
    }

    @GetMapping("/preview")
    @Requires(Permission.LEDGER_ERASE)
    ErasurePreview preview(OrganizationScope scope, @RequestParam UUID subject) {
        return erasures.preview(scope, subject);
    }

    @PostMapping
    @FreshFactor
    @Requires(Permission.LEDGER_ERASE)
    Erasure order(OrganizationScope scope, @Valid @RequestBody ErasureOrder order) {
        return erasures.order(scope, order);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @FreshFactor
    @Requires(Permission.LEDGER_ERASE)
    void withdraw(OrganizationScope scope, @PathVariable UUID id) {
        erasures.withdraw(scope, id);
    }
}
