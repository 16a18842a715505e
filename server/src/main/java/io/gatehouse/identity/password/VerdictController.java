package io.gatehouse.identity.password;

import io.gatehouse.kernel.BodyLimit;
import io.gatehouse.kernel.PublicEndpoint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Judges a password while it is typed, in the words that would refuse it. Keeps and logs nothing of it. */
@RestController
@RequestMapping("/api/passwords")
final class VerdictController {

    private static final int LARGEST_BODY = 4096;

    private final PasswordPolicy policy;

    VerdictController(PasswordPolicy policy) {
        this.policy = policy;
    }

    record Candidate(
            @NotNull @Size(max = PasswordPolicy.LONGEST) String password,
            @Nullable @Size(max = 254) String email,
            @Nullable @Size(max = 120) String displayName) {

        List<String> own() {
            return Stream.of(email, displayName).flatMap(Stream::ofNullable).toList();
        }

        @Override
        public String toString() {
            return "Candidate[...]";
        }
    }

    @PostMapping("/verdict")
    @BodyLimit(LARGEST_BODY)
    @PublicEndpoint("Passwords are chosen before one can sign in; it knows nothing but what it is told")
    Verdict verdict(@Valid @RequestBody Candidate candidate) {
        return policy.verdict(candidate.password(), candidate.own());
    }
}
