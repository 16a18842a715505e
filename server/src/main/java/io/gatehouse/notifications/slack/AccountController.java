package io.gatehouse.notifications.slack;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.kernel.Requires;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is in the organization's Slack. */
@RestController
@RequestMapping(AccountController.PATH)
final class AccountController {

    static final String PATH = "/api/organizations/{organization}/slack/account";

    /** Where Slack sends people back to. */
    static final String ANSWER = PATH + "/answer";

    private final Accounts accounts;
    private final PublicAddress address;

    AccountController(Accounts accounts, PublicAddress address) {
        this.accounts = accounts;
        this.address = address;
    }

    /** Where the browser goes now. */
    record Departure(URI address) {}

    @GetMapping
    @Requires(Permission.ORGANIZATION_READ)
    Accounts.Own own(Caller caller) {
        return accounts.own(caller);
    }

    /** Begins to link: the browser signs in to Slack next. A session alone must not make a lasting way in. */
    @PostMapping("/link")
    @FreshFactor
    @Requires(Permission.ORGANIZATION_READ)
    Departure link(Caller caller) {
        return new Departure(accounts.begin(caller));
    }

    /** The attempt that it answers is the signed-in person's own, good once and soon. */
    @GetMapping("/answer")
    @Requires(Permission.ORGANIZATION_READ)
    ResponseEntity<Void> answered(
            Caller caller,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code) {
        String outcome = "linked";
        try {
            accounts.answered(caller, state, code);
        } catch (ProblemException e) {
            outcome = "refused";
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address.of("/console/account?slack=" + outcome)))
                .cacheControl(CacheControl.noStore())
                .build();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Requires(Permission.ORGANIZATION_READ)
    void unlink(Caller caller) {
        accounts.unlink(caller);
    }
}
