package io.gatehouse.identity.federation;

import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.kernel.Problem;
import io.gatehouse.kernel.ProblemException;
import org.springframework.http.HttpStatus;

/** Why nobody can be sent to a provider, where the console has to know it. */
enum FederationProblem implements Problem {
    IDENTITY_PROVIDER_UNREACHABLE(HttpStatus.BAD_GATEWAY, "The identity provider cannot be reached"),
    IDENTITY_PROVIDER_NOT_USABLE(HttpStatus.CONFLICT, "The identity provider is not set up well");

    private final HttpStatus status;
    private final String title;

    FederationProblem(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    static ProblemException of(SignInRefusal refusal) {
        return switch (refusal.reason()) {
            case PROVIDER_UNREACHABLE ->
                IDENTITY_PROVIDER_UNREACHABLE.because("The identity provider gives no answer: try again later");
            default ->
                IDENTITY_PROVIDER_NOT_USABLE.because(
                        "Ask an administrator of your organization to test the identity provider");
        };
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
