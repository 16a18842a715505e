package io.gatehouse.identity.web;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.kernel.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets a request reach an endpoint only with the permission that the endpoint demands. The person's roles are read anew
 * for each request, so that a change takes effect at once. An organization that the person does not belong to answers
 * like one that does not exist.
 */
@Component
final class PermissionInterceptor implements HandlerInterceptor {

    static final String CALLER = "io.gatehouse.caller";

    private final Persons persons;

    PermissionInterceptor(Persons persons) {
        this.persons = persons;
    }

    static boolean isOurs(HandlerMethod endpoint) {
        return endpoint.getBeanType().getName().startsWith("io.gatehouse.");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod endpoint && isOurs(endpoint)) {
            switch (Access.of(endpoint)) {
                case Access.Public() -> {}
                case Access.Operator() -> requireOperator();
                case Access.Member member -> request.setAttribute(CALLER, caller(request, member));
            }
        }
        return true;
    }

    private void requireOperator() {
        if (!persons.isOperator(PersonSessions.required())) {
            throw CommonProblem.FORBIDDEN.because("This needs " + Permission.INSTALLATION_OPERATE.code());
        }
    }

    private Caller caller(HttpServletRequest request, Access.Member demanded) {
        PersonId person = PersonSessions.required();
        Membership membership = organization(request)
                .flatMap(organization -> persons.membership(organization, person))
                .orElseThrow(PermissionInterceptor::unknown);
        Caller caller =
                new Caller(membership.scope(), person, membership.permissions(), membership.permissionsInTeams());
        if (!demanded.isMetBy(caller)) {
            throw CommonProblem.FORBIDDEN.because("This needs "
                    + String.join(
                            " or ",
                            demanded.anyOf().stream().map(Permission::code).toList()));
        }
        return caller;
    }

    private static ProblemException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such organization");
    }

    private static Optional<OrganizationId> organization(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get(Access.ORGANIZATION) instanceof String text) {
            try {
                return Optional.of(OrganizationId.of(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
