package io.gatehouse.identity.connections;

import io.gatehouse.identity.Organizations;
import io.gatehouse.identity.demands.Demands;
import io.gatehouse.identity.people.Membership;
import io.gatehouse.identity.people.Persons;
import io.gatehouse.identity.session.Program;
import io.gatehouse.identity.session.SignedIn;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.Permission;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where, and with what, a person can let a program act for them out of the session that they are in. */
@Component
final class Choices {

    private final Persons persons;
    private final Demands demands;
    private final Organizations organizations;

    Choices(Persons persons, Demands demands, Organizations organizations) {
        this.persons = persons;
        this.demands = demands;
        this.organizations = organizations;
    }

    List<Choice> of(SignedIn asking, Collection<Permission> asked) {
        return own(asking)
                .map(member -> choice(member, asked))
                .filter(choice -> !choice.permissions().isEmpty())
                .toList();
    }

    Optional<Membership> in(OrganizationId organization, SignedIn asking) {
        return own(asking)
                .filter(member -> member.organization().equals(organization))
                .findFirst();
    }

    /** Where the person belongs; a customer whom they are engaged for is looked after in the console. */
    private Stream<Membership> own(SignedIn asking) {
        return persons.memberships(asking.person()).stream().filter(member -> opens(asking, member));
    }

    /** Whether the session may connect programs to that organization: the only place that decides it. */
    private boolean opens(SignedIn asking, Membership member) {
        return demands.check(asking, member) == Demands.Verdict.MET;
    }

    /** What the person holds there at all, of what the program asks for, and what a program can have. */
    static Set<Permission> usable(Membership member, Collection<Permission> asked) {
        Set<Permission> usable = EnumSet.noneOf(Permission.class);
        usable.addAll(member.allPermissions());
        usable.removeAll(Program.FOR_PEOPLE);
        if (!asked.isEmpty()) {
            usable.retainAll(asked);
        }
        return usable;
    }

    private Choice choice(Membership member, Collection<Permission> asked) {
        return new Choice(
                member.organization(),
                organizations.of(member.scope()).name(),
                usable(member, asked).stream().sorted().toList());
    }
}
