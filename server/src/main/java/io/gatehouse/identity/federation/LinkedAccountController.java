package io.gatehouse.identity.federation;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.PublicEndpoint;
import io.gatehouse.kernel.Requires;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People's accounts at identity providers. */
@RestController
final class LinkedAccountController {

    private static final String OF_MEMBER = "/api/organizations/{organization}/people/{person}/linked-accounts";

    private final LinkedAccounts accounts;

    LinkedAccountController(LinkedAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/api/account/linked-accounts")
    @PublicEndpoint("Each signed-in person for themselves")
    List<LinkedAccount> own(SignedIn asking) {
        return accounts.own(asking);
    }

    @GetMapping(OF_MEMBER)
    @Requires(Permission.PEOPLE_MANAGE)
    List<LinkedAccount> ofMember(OrganizationScope scope, @PathVariable PersonId person) {
        return accounts.of(scope, person);
    }

    @DeleteMapping(OF_MEMBER + "/{provider}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @FreshFactor
    @Requires(Permission.PEOPLE_MANAGE)
    void unlink(Caller caller, @PathVariable PersonId person, @PathVariable UUID provider) {
        accounts.unlink(caller, person, provider);
    }
}
