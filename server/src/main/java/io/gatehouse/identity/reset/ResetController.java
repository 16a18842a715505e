package io.gatehouse.identity.reset;

import io.gatehouse.identity.Mailing;
import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.password.PasswordPolicy;
import io.gatehouse.identity.signin.ResetGuard;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.LinkToken;
import io.gatehouse.kernel.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A forgotten password. The token travels in the body, so that no log has it. */
@RestController
@RequestMapping("/api/password-resets")
final class ResetController {

    private final PasswordResets resets;
    private final ResetGuard guard;
    private final Mailing mailing;

    ResetController(PasswordResets resets, ResetGuard guard, Mailing mailing) {
        this.resets = resets;
        this.guard = guard;
        this.mailing = mailing;
    }

    record Offer(boolean offered) {}

    record Asked(@NotBlank @Email @Size(max = 254) String email) {}

    record Token(@NotBlank @Size(max = 100) String token) {

        @Override
        public String toString() {
            return "Token[...]";
        }
    }

    record Preview(String email, String displayName) {}

    record Completion(
            @NotBlank @Size(max = 100) String token,
            @NotBlank @Size(max = PasswordPolicy.LONGEST) String password) {

        @Override
        public String toString() {
            return "Completion[...]";
        }
    }

    @GetMapping
    @PublicEndpoint("Tells whether the installation sends mail, and nothing of anybody")
    Offer offer() {
        return new Offer(mailing.isOffered());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @PublicEndpoint("Who forgot a password cannot sign in; the answer is the same whoever's the address is")
    void ask(@Valid @RequestBody Asked asked, HttpServletRequest request, HttpServletResponse response) {
        if (!mailing.isOffered()) {
            throw CommonProblem.CONFLICT.because("This installation sends no mail");
        }
        Duration pause = guard.fromSource(request.getRemoteAddr());
        if (pause.isPositive()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(pause.toSeconds() + 1));
            throw CommonProblem.TOO_MANY_ATTEMPTS.because("Try again later");
        }
        resets.ask(asked.email());
    }

    @PostMapping("/look-up")
    @PublicEndpoint("The link's secret is what allows it")
    Preview lookUp(@Valid @RequestBody Token wanted) {
        PersonRef person = resets.find(new LinkToken(wanted.token()));
        return new Preview(person.email(), person.displayName());
    }

    @PostMapping("/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @PublicEndpoint("The link's secret is what allows it, once")
    void complete(@Valid @RequestBody Completion completion) {
        resets.complete(new LinkToken(completion.token()), completion.password());
    }
}
