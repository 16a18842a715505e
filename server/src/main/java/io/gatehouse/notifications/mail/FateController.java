package io.gatehouse.notifications.mail;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.Requires;
import io.gatehouse.kernel.Transactions;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of an organization's letters, for those who look after its people. */
@RestController
@RequestMapping("/api/organizations/{organization}/letters")
final class FateController {

    private final Transactions transactions;
    private final LetterStore store;

    FateController(Transactions transactions, LetterStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    @GetMapping("/invitations")
    @Requires(Permission.PEOPLE_READ)
    List<LetterFate> ofInvitations(OrganizationScope scope) {
        return transactions.read(scope, () -> store.ofInvitations(scope));
    }
}
