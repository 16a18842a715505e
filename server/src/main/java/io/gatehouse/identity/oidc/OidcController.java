package io.gatehouse.identity.oidc;

import io.gatehouse.identity.federation.FederatedSignIn;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import io.gatehouse.kernel.PublicEndpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where OpenID providers send browsers back to. */
@RestController
final class OidcController {

    private final FederatedSignIn signIn;
    private final AnswerCheck check;

    OidcController(FederatedSignIn signIn, AnswerCheck check) {
        this.signIn = signIn;
        this.check = check;
    }

    @GetMapping(Redirects.PATH + "{provider}")
    @PublicEndpoint("Signing in is how a session begins; the attempt that it answers is bound to the browser")
    ResponseEntity<Void> answered(
            @PathVariable UUID provider,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            HttpServletResponse response) {
        Map<String, List<String>> answer = request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, parameter -> List.of(parameter.getValue())));
        URI next = signIn.answered(
                state,
                attempt -> {
                    if (!attempt.provider().id().equals(provider)) {
                        throw new SignInRefusal(Reason.ISSUER_MISMATCH, "The answer is another provider's");
                    }
                    return check.check(attempt, answer);
                },
                request,
                response);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(next)
                .cacheControl(CacheControl.noStore())
                .build();
    }
}
