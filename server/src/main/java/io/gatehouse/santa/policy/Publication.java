package io.gatehouse.santa.policy;

import io.gatehouse.santa.ScopeKind;
import io.gatehouse.santa.policy.LayerStore.Layer;
import io.gatehouse.santa.policy.LayerStore.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One changed key on its way to all layers, under the same sequence in each.
 *
 * @param candidates all rules of the organization for this key that count
 * @param before entries so far, also of other keys
 */
record Publication(RuleKey key, long sequence, List<Candidate> candidates, Map<Place, LayerEntry> before) {

    /** What changes for devices with the policy's tags. */
    Optional<LayerEntry> toPolicy(Layer policy) {
        return Change.of(policy.id(), key, entry(policy.id()), reaching(policy), sequence);
    }

    /**
     * What changes for a device that has a rule of its own for this key, or once had one: its entry then takes the place
     * of the policy's, also when it is a copy of it.
     */
    Optional<LayerEntry> toDevice(Layer device) {
        boolean concerned = before.containsKey(new Place(device.id(), key))
                || candidates.stream().anyMatch(candidate -> isOf(candidate, device.id()));
        return concerned
                ? Change.of(device.id(), key, entry(device.id()), reaching(device), sequence)
                : Optional.empty();
    }

    private List<Candidate> reaching(Layer layer) {
        return candidates.stream()
                .filter(candidate -> candidate.reaches(layer.id(), layer.tags()))
                .toList();
    }

    private @Nullable LayerEntry entry(UUID layer) {
        return before.get(new Place(layer, key));
    }

    private static boolean isOf(Candidate candidate, UUID device) {
        return candidate.kind() == ScopeKind.DEVICE && candidate.scopeId().equals(device);
    }
}
