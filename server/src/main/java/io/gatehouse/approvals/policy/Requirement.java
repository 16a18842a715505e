package io.gatehouse.approvals.policy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Whose agreement a stage needs: a group's, that of all of several requirements, of any of them, or that of the votes. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Group.class, name = "GROUP"),
    @JsonSubTypes.Type(value = Requirement.All.class, name = "ALL"),
    @JsonSubTypes.Type(value = Requirement.Any.class, name = "ANY"),
    @JsonSubTypes.Type(value = Requirement.Votes.class, name = "VOTES")
})
public sealed interface Requirement permits Group, Requirement.All, Requirement.Any, Requirement.Votes {

    /** All groups in it, in the order in which they are written. */
    List<Group> groups();

    /** How many requirements lie within each other; a group alone is 1. */
    int depth();

    /** Every part must be met. */
    record All(List<Requirement> of) implements Requirement {

        /** Takes a copy of the parts. */
        public All {
            of = checked(of);
        }

        @Override
        public List<Group> groups() {
            return groupsOf(of);
        }

        @Override
        public int depth() {
            return depthOf(of);
        }
    }

    /** One part must be met. */
    record Any(List<Requirement> of) implements Requirement {

        /** Takes a copy of the parts. */
        public Any {
            of = checked(of);
        }

        @Override
        public List<Group> groups() {
            return groupsOf(of);
        }

        @Override
        public int depth() {
            return depthOf(of);
        }
    }

    /**
     * Enough votes on the thing that is asked for, as its door counts them. They need a stage of their own: votes never stand
     * in for somebody who decides.
     */
    record Votes() implements Requirement {

        @Override
        public List<Group> groups() {
            return List.of();
        }

        @Override
        public int depth() {
            return 1;
        }
    }

    private static List<Requirement> checked(List<Requirement> parts) {
        int most = 10;
        int deepest = 3;
        if (parts.isEmpty() || parts.size() > most) {
            throw Check.invalid("of must name 1 to " + most + " requirements");
        }
        if (depthOf(parts) > deepest) {
            throw Check.invalid("requirements must lie at most " + deepest + " deep within each other");
        }
        if (parts.stream().anyMatch(Votes.class::isInstance)) {
            throw Check.invalid("VOTES must be all that a stage requires");
        }
        return List.copyOf(parts);
    }

    private static List<Group> groupsOf(List<Requirement> parts) {
        return parts.stream().flatMap(part -> part.groups().stream()).toList();
    }

    private static int depthOf(List<Requirement> parts) {
        return 1 + parts.stream().mapToInt(Requirement::depth).max().orElse(0);
    }
}
