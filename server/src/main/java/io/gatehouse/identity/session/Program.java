package io.gatehouse.identity.session;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** The program of the running request, as its key was found to be in that very request. */
public final class Program extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient OrganizationScope scope;
    private final transient Set<Permission> permissions;

    /**
     * A program that showed its key.
     *
     * @param scope the service account acting in its organization, the only one that it knows
     * @param permissions what both the account and the key allow now
     */
    public Program(OrganizationScope scope, Set<Permission> permissions) {
        super(List.of());
        this.scope = scope;
        this.permissions = Set.copyOf(permissions);
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
