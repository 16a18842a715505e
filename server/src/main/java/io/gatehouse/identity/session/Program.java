package io.gatehouse.identity.session;

import io.gatehouse.identity.TeamId;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The program of the running request, as its key or token was found to be in that very request. */
public final class Program extends AbstractAuthenticationToken {

    /** What no program can have: asking, deciding and engaging are people's, and so is making further programs. */
    public static final Set<Permission> FOR_PEOPLE = Collections.unmodifiableSet(EnumSet.of(
            Permission.ENGAGEMENT_MANAGE,
            Permission.INSTALLATION_OPERATE,
            Permission.KEY_MANAGE,
            Permission.REQUEST_CREATE,
            Permission.REQUEST_DECIDE));

    private static final long serialVersionUID = 1L;

    private final transient OrganizationScope scope;
    private final transient Set<Permission> permissions;
    private final transient Map<Permission, Set<TeamId>> inTeams;

    /**
     * A program that showed its key.
     *
     * @param scope the service account acting in its organization, the only one that it knows
     * @param permissions what both the account and the key allow now
     */
    public Program(OrganizationScope scope, Set<Permission> permissions) {
        this(scope, permissions, Map.of());
    }

    /**
     * A program that acts for a person.
     *
     * @param scope the person acting in the only organization that the program knows
     * @param permissions of the person's that the program may use in the whole organization
     * @param inTeams of the person's that the program may use for the people of some teams
     */
    public Program(OrganizationScope scope, Set<Permission> permissions, Map<Permission, Set<TeamId>> inTeams) {
        super(List.of());
        this.scope = scope;
        this.permissions = Set.copyOf(permissions);
        this.inTeams = Map.copyOf(inTeams);
        setAuthenticated(true);
    }

    /** The program of the running request; empty when a person calls, or nobody. */
    public static Optional<Program> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof Program program
                ? Optional.of(program)
                : Optional.empty();
    }

    /** The only organization that it can call. */
    public OrganizationId organization() {
        return scope.organization();
    }

    /** The service account acting in its organization. */
    public OrganizationScope scope() {
        return scope;
    }

    /** What it may do there. */
    public Set<Permission> permissions() {
        return permissions;
    }

    /** What it may do there for some teams only. */
    public Map<Permission, Set<TeamId>> permissionsInTeams() {
        return inTeams;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public OrganizationScope getPrincipal() {
        return scope;
    }

    @Override
    public String getName() {
        return String.valueOf(scope.actor().id());
    }
}
