package io.gatehouse.verifier.policy;

import java.util.List;
import java.util.Set;

/** What must be witnessed, by one witness or by so many of a group. */
sealed interface Quorum {

    /** Whether it is, when these witnesses have signed. */
    boolean isReached(Set<String> witnesses);

    /** One witness by its name in the policy. */
    record Witness(String name) implements Quorum {
        @Override
        public boolean isReached(Set<String> witnesses) {
            return witnesses.contains(name);
        }
    }

    /** At least {@code needed} of the members; 0 of none means that nobody is asked for. */
    record Group(int needed, List<Quorum> members) implements Quorum {
        @Override
        public boolean isReached(Set<String> witnesses) {
            return members.stream()
                            .filter(member -> member.isReached(witnesses))
                            .count()
                    >= needed;
        }
    }
}
