package io.gatehouse.identity.web;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.activity.ActivityLog;
import io.gatehouse.identity.demands.DemandProblem;
import io.gatehouse.identity.demands.Demands;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.portfolio.Visits;
import io.gatehouse.identity.session.PersonSessions;
import io.gatehouse.identity.session.Program;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
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
 * Lets a request reach an endpoint only with the permission that the endpoint demands. What a person or program may
 * do is read anew for each request, so that a change takes effect at once. An organization that the caller does not belong
 * to answers like one that does not exist.
 */
@Component
final class PermissionInterceptor implements HandlerInterceptor {

    static final String CALLER = "io.gatehouse.caller";

    private final Persons persons;
    private final PersonSessions sessions;
    private final Demands demands;
    private final ActivityLog activity;
    private final Visits visits;

    PermissionInterceptor(
            Persons persons, PersonSessions sessions, Demands demands, ActivityLog activity, Visits visits) {
        this.persons = persons;
        this.sessions = sessions;
        this.demands = demands;
        this.activity = activity;
        this.visits = visits;
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
        SignedIn session = PersonSessions.required();
        // Whoever controls an organization's identity provider must not come to operate the installation by it.
        if (session.through().isPresent() || !persons.isOperator(session.person())) {
            throw CommonProblem.FORBIDDEN.because("This needs " + Permission.INSTALLATION_OPERATE.code());
        }
    }

    private Caller caller(HttpServletRequest request, Access.Member demanded) {
        return Program.current()
                .map(program -> program(request, program, demanded))
                .orElseGet(() -> person(request, demanded));
    }

    private Caller program(HttpServletRequest request, Program program, Access.Member demanded) {
        if (organization(request).filter(program.organization()::equals).isEmpty()) {
            throw unknown();
        }
        Caller caller = new Caller(program.scope(), program.permissions(), program.permissionsInTeams(), false);
        require(demanded, caller);
        return caller;
    }

    private Caller person(HttpServletRequest request, Access.Member demanded) {
        SignedIn session = PersonSessions.required();
        Demands.Standing standing = organization(request)
                .flatMap(organization -> demands.standing(session, organization))
                .orElseThrow(PermissionInterceptor::unknown);
        Membership membership = standing.membership();
        Caller caller = new Caller(
                membership.scope(),
                membership.permissions(),
                membership.permissionsInTeams(),
                session.hasSecondFactor());
        require(demanded, caller);
        requireWhatTheOrganizationDemands(request, standing.verdict());
        visits.note(membership);
        return caller;
    }

    private void require(Access.Member demanded, Caller caller) {
        if (!demanded.isMetBy(caller)) {
            String needed = String.join(
                    " or ", demanded.anyOf().stream().map(Permission::code).toList());
            OrganizationScope scope = caller.scope();
            scope.actor()
                    .asPerson()
                    .ifPresent(person -> activity.permissionRefused(person, scope.organization(), needed));
            throw CommonProblem.FORBIDDEN.because("This needs " + needed);
        }
    }

    private void requireWhatTheOrganizationDemands(HttpServletRequest request, Demands.Verdict verdict) {
        switch (verdict) {
            case MET -> sessions.noteUse(request);
            case SECOND_FACTOR_MISSING ->
                throw DemandProblem.SECOND_FACTOR_REQUIRED.because("Add a second factor before you act here");
            case PROVIDER_REQUIRED ->
                throw DemandProblem.PROVIDER_REQUIRED.because(
                        "Sign in through the organization's identity provider to act here");
            case OTHER_SIGN_IN_NEEDED ->
                throw DemandProblem.OTHER_SIGN_IN_NEEDED.because(
                        "You came in through another organization's sign-in: sign in again for this one");
            case OVER -> {
                sessions.end(request);
                throw DemandProblem.SESSION_OVER.because("The session is older than this organization allows");
            }
        }
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
