package io.gatehouse.identity.account;

import io.gatehouse.identity.factor.SecondFactors;
import io.gatehouse.identity.session.Factor;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.identity.signin.SessionStart;
import io.gatehouse.kernel.FreshFactor;
import io.gatehouse.kernel.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's own second factors. */
@RestController
@RequestMapping("/api/account/factors")
final class FactorController {

    private static final String OWN = "Each signed-in person for themselves";

    private final SecondFactors factors;
    private final FactorRule rule;
    private final SessionStart start;

    FactorController(SecondFactors factors, FactorRule rule, SessionStart start) {
        this.factors = factors;
        this.rule = rule;
        this.start = start;
    }

    record FirstCode(@NotBlank @Size(max = 20) String code) {}

    record PasskeyName(@NotBlank @Size(max = 60) String name) {}

    /**
     * A passkey that the browser made.
     *
     * @param answer of the browser, as JSON
     */
    record NewPasskey(
            @NotBlank @Size(max = 60) String name,
            @NotBlank @Size(max = 65_536) String answer) {}

    /** Codes that are shown now and never again. */
    record Codes(List<String> backupCodes) {

        @Override
        public String toString() {
            return "Codes[...]";
        }
    }

    @GetMapping
    @PublicEndpoint(OWN)
    SecondFactors.Overview overview(SignedIn asking) {
        return factors.overview(asking.person());
    }

    @PostMapping("/authenticator")
    @FreshFactor
    @PublicEndpoint(OWN)
    SecondFactors.Proposal propose(SignedIn asking) {
        rule.check(asking);
        return factors.proposeAuthenticator(asking.person());
    }

    @PostMapping("/authenticator/confirm")
    @PublicEndpoint(OWN)
    Codes confirm(
            SignedIn asking,
            @Valid @RequestBody FirstCode first,
            HttpServletRequest request,
            HttpServletResponse response) {
        rule.check(asking);
        Codes codes = new Codes(factors.confirmAuthenticator(asking.person(), first.code()));
        start.renew(asking, Set.of(Factor.AUTHENTICATOR_APP), request, response);
        return codes;
    }

    @DeleteMapping("/authenticator")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @FreshFactor
    @PublicEndpoint(OWN)
    void remove(SignedIn asking) {
        rule.check(asking);
        factors.removeAuthenticator(asking.person());
    }

    @PostMapping("/passkeys/options")
    @FreshFactor
    @PublicEndpoint(OWN)
    Map<String, Object> passkeyOptions(SignedIn asking) {
        rule.check(asking);
        return factors.optionsToAddPasskey(asking.person());
    }

    @PostMapping("/passkeys")
    @PublicEndpoint("Each signed-in person for themselves, in answer to options that needed a fresh factor")
    Codes addPasskey(
            SignedIn asking,
            @Valid @RequestBody NewPasskey made,
            HttpServletRequest request,
            HttpServletResponse response) {
        rule.check(asking);
        Codes codes = new Codes(factors.addPasskey(asking.person(), made.name().strip(), made.answer()));
        start.renew(asking, Set.of(Factor.PASSKEY), request, response);
        return codes;
    }

    @PutMapping("/passkeys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PublicEndpoint(OWN)
    void renamePasskey(SignedIn asking, @PathVariable UUID id, @Valid @RequestBody PasskeyName wanted) {
        rule.check(asking);
        factors.renamePasskey(asking.person(), id, wanted.name().strip());
    }

    @DeleteMapping("/passkeys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @FreshFactor
    @PublicEndpoint(OWN)
    void removePasskey(SignedIn asking, @PathVariable UUID id) {
        rule.check(asking);
        factors.removePasskey(asking.person(), id);
    }

    @PostMapping("/backup-codes")
    @FreshFactor
    @PublicEndpoint(OWN)
    Codes issue(SignedIn asking) {
        rule.check(asking);
        return new Codes(factors.issueBackupCodes(asking.person()));
    }
}
