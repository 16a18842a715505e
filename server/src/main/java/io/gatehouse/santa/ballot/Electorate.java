package io.gatehouse.santa.ballot;

import io.gatehouse.kernel.PersonId;
import java.util.Map;

/**
 * Who may vote now.
 *
 * @param departments of each of them; all without one belong to the same, named by an empty text
 */
public record Electorate(Map<PersonId, String> departments) {

    /** Takes a copy. */
    public Electorate {
        departments = Map.copyOf(departments);
    }

    /** Whether the person may vote. */
    public boolean has(PersonId person) {
        return departments.containsKey(person);
    }

    String department(PersonId person) {
        return departments.getOrDefault(person, "");
    }
}
