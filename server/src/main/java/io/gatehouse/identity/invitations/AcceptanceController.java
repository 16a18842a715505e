package io.gatehouse.identity.invitations;

import io.gatehouse.identity.PersonRef;
import io.gatehouse.identity.Role;
import io.gatehouse.identity.password.PasswordPolicy;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.signin.Passwords;
import io.gatehouse.identity.signin.SessionStart;
import io.gatehouse.identity.signin.SessionView;
import io.gatehouse.identity.signin.SignIn;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.ProblemException;
import io.gatehouse.kernel.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the holder of an invitation's link can do. The token travels in the body, so that no log has it. */
@RestController
@RequestMapping("/api/invitations")
final class AcceptanceController {

    private final Invitations invitations;
    private final Persons persons;
    private final Passwords passwords;
    private final SignIn signIn;
    private final SessionStart start;

    AcceptanceController(
            Invitations invitations, Persons persons, Passwords passwords, SignIn signIn, SessionStart start) {
        this.invitations = invitations;
        this.persons = persons;
        this.passwords = passwords;
        this.signIn = signIn;
        this.start = start;
    }

    record Token(@NotBlank @Size(max = 100) String token) {

        @Override
        public String toString() {
            return "Token[...]";
        }
    }

    /**
     * Whom the invitation is for.
     *
     * @param personExists whether the person is known already, and proves so by their password
     * @param passwordMissing whether they are known but have no password yet: they set one by mail first
     */
    record Preview(
            String organizationName,
            String email,
            @Nullable String displayName,
            List<Role> roles,
            Instant expiresAt,
            boolean personExists,
            boolean passwordMissing) {}

    record Acceptance(
            @NotBlank @Size(max = 100) String token,
            @Nullable @Size(max = 120) String displayName,
            @NotBlank @Size(max = PasswordPolicy.LONGEST) String password) {

        @Override
        public String toString() {
            return "Acceptance[...]";
        }
    }

    @PostMapping("/look-up")
    @PublicEndpoint("The link's secret is what allows it")
    Preview lookUp(@Valid @RequestBody Token wanted) {
        InvitationStore.Open open = invitations.find(wanted.token());
        Invitation invitation = open.invitation();
        Optional<PersonRef> person = persons.findByEmail(invitation.email());
        return new Preview(
                invitations.organizationName(open),
                invitation.email(),
                person.map(PersonRef::displayName).orElse(invitation.displayName()),
                invitation.roles(),
                invitation.expiresAt(),
                person.isPresent(),
                person.filter(this::lacksPassword).isPresent());
    }

    @PostMapping("/accept")
    @PublicEndpoint("The link's secret is what allows it; a person who exists proves their password as well")
    SessionView accept(
            @Valid @RequestBody Acceptance acceptance, HttpServletRequest request, HttpServletResponse response) {
        InvitationStore.Open open = invitations.find(acceptance.token());
        Optional<PersonRef> known = persons.findByEmail(open.invitation().email());
        if (known.isEmpty()) {
            PersonRef person = invitations.acceptNew(open, name(acceptance, open), acceptance.password());
            return start.begin(person.id(), request, response);
        }
        if (lacksPassword(known.get())) {
            throw CommonProblem.CONFLICT.because(
                    "You are known here and have no password yet: set one by mail, then open the invitation again");
        }
        SignIn.Outcome outcome = signIn.attempt(
                known.get().email(), acceptance.password(), request.getRemoteAddr(), SessionStart.browser(request));
        SignIn.Outcome.Accepted accepted = SessionStart.accepted(outcome, response);
        invitations.accept(open, known.get());
        return start.begin(accepted, request, response);
    }

    /** As everybody whom a directory or an identity provider brought here. */
    private boolean lacksPassword(PersonRef person) {
        return !passwords.has(person.id());
    }

    private static String name(Acceptance acceptance, InvitationStore.Open open) {
        String given = acceptance.displayName();
        if (given != null && !given.isBlank()) {
            return given;
        }
        String expected = open.invitation().displayName();
        if (expected == null) {
            throw new ProblemException(
                    CommonProblem.INVALID,
                    "Some fields are not valid",
                    List.of(new ProblemException.FieldError("displayName", "must not be blank")));
        }
        return expected;
    }
}
