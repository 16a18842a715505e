package io.gatehouse.identity.web;

import io.gatehouse.identity.Caller;
import io.gatehouse.kernel.Permission;
import io.gatehouse.kernel.PublicEndpoint;
import io.gatehouse.kernel.Requires;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** What an endpoint demands, read from its annotations. */
sealed interface Access {

    /** Name of the path variable that says in which organization the endpoint acts. */
    String ORGANIZATION = "organization";

    /** Anyone may call it. */
    record Public() implements Access {}

    /** An operator of the installation may call it. */
    record Operator() implements Access {}

    /**
     * A member of the organization in the path who holds one of the permissions may call it.
     *
     * @param teams whether holding it for a team is enough
     */
    record Member(Set<Permission> anyOf, boolean teams) implements Access {

        boolean isMetBy(Caller caller) {
            return !Collections.disjoint(caller.permissions(), anyOf)
                    || (teams && !Collections.disjoint(caller.inTeams().keySet(), anyOf));
        }
    }

    /**
     * Reads an endpoint's annotation.
     *
     * @throws IllegalStateException when it has none, both, or one that does not fit its path
     */
    static Access of(HandlerMethod endpoint) {
        Requires requires = endpoint.getMethodAnnotation(Requires.class);
        PublicEndpoint open = endpoint.getMethodAnnotation(PublicEndpoint.class);
        if ((requires == null) == (open == null)) {
            throw new IllegalStateException(endpoint + " needs either @Requires or @PublicEndpoint");
        }
        if (requires == null) {
            return new Public();
        }
        Set<Permission> anyOf = EnumSet.copyOf(Set.of(requires.value()));
        return anyOf.equals(EnumSet.of(Permission.INSTALLATION_OPERATE))
                ? new Operator()
                : new Member(anyOf, requires.teams());
    }

    /** Refuses an endpoint whose annotation and path disagree. */
    static void check(RequestMappingInfo mapping, HandlerMethod endpoint) {
        boolean named = mapping.getPatternValues().stream().allMatch(path -> path.contains("{" + ORGANIZATION + "}"));
        if (of(endpoint) instanceof Member member) {
            if (!named) {
                throw new IllegalStateException(
                        endpoint + " demands " + member.anyOf() + " but its path has no {" + ORGANIZATION + "}");
            }
            if (member.anyOf().contains(Permission.INSTALLATION_OPERATE)) {
                throw new IllegalStateException(endpoint + " mixes installation.operate with other permissions");
            }
        } else if (named) {
            throw new IllegalStateException(endpoint + " acts in an organization and must demand a permission there");
        }
    }
}
