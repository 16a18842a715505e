package io.gatehouse.identity;

import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Permission;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a person may do something in an organization.
 *
 * @param permissions what it allows
 * @param source where it comes from
 * @param team the team, and all below it, to whose people it is limited; null for the whole organization
 */
public record Grant(
        Set<Permission> permissions,
        Source source,
        @Nullable TeamRef team) {

    /** What can be limited to a team: endpoints keep to the team's people for these alone. */
    public static final Set<Permission> LIMITABLE =
            Collections.unmodifiableSet(EnumSet.of(Permission.REQUEST_READ, Permission.REQUEST_DECIDE));

    /** Takes a copy, of which a team leaves only what can be limited to it. */
    public Grant {
        EnumSet<Permission> all = EnumSet.noneOf(Permission.class);
        all.addAll(permissions);
        if (team != null) {
            all.retainAll(LIMITABLE);
        }
        permissions = Collections.unmodifiableSet(all);
    }

    /** Where a grant comes from. */
    public sealed interface Source {

        /** Belonging to the organization. */
        record Member() implements Source {}

        /** A role that is the same in all organizations. */
        record BuiltIn(Role role) implements Source {}

        /** A role that the organization made. */
        record Custom(UUID id, String name) implements Source {}

        /** Leading the team that the grant is limited to. */
        record TeamLead() implements Source {}

        /**
         * A role through what an identity provider says of the person.
         *
         * @param role a built-in or a custom one
         * @param value of the claim, for instance a group; empty when everybody of the provider has the role
         */
        record Mapped(Source role, String value, String provider) implements Source {}

        /**
         * Being engaged by the organization's provider.
         *
         * @param until null: until somebody ends it
         */
        record Engagement(
                OrganizationId provider,
                String providerName,
                EngagementLevel level,
                @Nullable Instant until) implements Source {}
    }

    /** The built-in role, given by hand or through an identity provider; null when it is none. */
    public @Nullable Role builtIn() {
        Source role = source instanceof Source.Mapped mapped ? mapped.role() : source;
        return role instanceof Source.BuiltIn(Role builtIn) ? builtIn : null;
    }

    /** The same through what an identity provider says. */
    public Grant mapped(String value, String provider) {
        return new Grant(permissions, new Source.Mapped(source, value, provider), team);
    }

    /** What membership alone allows. */
    public static Grant ofMember() {
        return new Grant(EnumSet.of(Permission.ORGANIZATION_READ), new Source.Member(), null);
    }

    /** What a built-in role allows. */
    public static Grant of(Role role, @Nullable TeamRef team) {
        return new Grant(role.permissions(), new Source.BuiltIn(role), team);
    }

    /** What leading a team allows. */
    public static Grant ofLead(TeamRef team) {
        return new Grant(LIMITABLE, new Source.TeamLead(), team);
    }

    /** What an engagement allows to somebody who holds these permissions at the provider. */
    public static Grant of(Source.Engagement engagement, Collection<Permission> atProvider) {
        return new Grant(engagement.level().permissionsOf(atProvider), engagement, null);
    }
}
