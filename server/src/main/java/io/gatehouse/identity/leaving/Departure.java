package io.gatehouse.identity.leaving;

import io.gatehouse.identity.Belongings;
import java.util.List;

/**
 * What it means that a member leaves.
 *
 * @param belongings what they have, without kinds of which there is none
 * @param needsSuccessor whether somebody must take things over
 * @param takesSuccessor whether somebody can take things over
 * @param lastAdministrator whether nobody else can look after people
 */
record Departure(
        List<Belonging> belongings, boolean needsSuccessor, boolean takesSuccessor, boolean lastAdministrator) {

    /** Things of one kind. */
    record Belonging(Belongings.Kind kind, long count, boolean needsSuccessor) {}
}
