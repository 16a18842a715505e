package io.gatehouse.santa.policy;

import io.gatehouse.santa.ScopeKind;
import java.util.Comparator;
import java.util.UUID;

/**
 * What decides between rules for one key that reach the same device; the strongest comes first. A device's own rule wins
 * over every tag's, a tag's over the organization's, and among tags the lower position (the lower id, should positions
 * ever be equal).
 *
 * @param position of the tag; any for other kinds
 * @param scopeId of the organization, the tag or the device
 */
public record Strength(ScopeKind kind, int position, UUID scopeId) implements Comparable<Strength> {

    private static final Comparator<Strength> STRONGEST_FIRST = Comparator.comparing(
                    Strength::kind, Comparator.<ScopeKind>reverseOrder())
            .thenComparingInt(Strength::position)
            .thenComparing(Strength::scopeId);

    @Override
    public int compareTo(Strength other) {
        return STRONGEST_FIRST.compare(this, other);
    }
}
