package io.gatehouse.identity.people;

import io.gatehouse.identity.Caller;
import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.Role;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Permission;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What it takes to decide whom the organization believes: whoever does can come in as anybody. */
@Component
public final class WholeAdministration {

    private final Organizations organizations;

    WholeAdministration(Organizations organizations) {
        this.organizations = organizations;
    }

    /** All that the organization's administrators may do. */
    public Set<Permission> of(OrganizationScope scope) {
        return Role.administratorOf(organizations.of(scope).kind()).permissions();
    }

    /**
     * Refuses whoever may do less.
     *
     * @throws io.gatehouse.kernel.ProblemException for them
     */
    public void require(Caller caller) {
        if (!caller.permissions().containsAll(of(caller.scope()))) {
            throw CommonProblem.FORBIDDEN.because(
                    "Only who may do all that the organization's administrators may can decide who comes in");
        }
    }
}
