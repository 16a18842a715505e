package io.gatehouse.approvals.delegations;

import io.gatehouse.ledger.NewEntry;
import io.gatehouse.ledger.Personal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the book is told of delegations: an entry about the person whose right it is. */
final class DelegationEntries {

    private DelegationEntries() {}

    static NewEntry given(Delegation given) {
        return entry("delegation.give", given).change(null, fields(given));
    }

    static NewEntry ended(Delegation before, Delegation after) {
        return entry("delegation.end", after).change(fields(before), fields(after));
    }

    private static NewEntry entry(String action, Delegation delegation) {
        return NewEntry.ofPerson(
                action, delegation.from().id(), delegation.from().displayName());
    }

    private static Map<String, @Nullable Object> fields(Delegation delegation) {
        Delegation.Party to = delegation.to();
        Instant endedAt = delegation.endedAt();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("delegation", delegation.id().toString());
        fields.put("delegate", to.id().toString());
        fields.put("delegateName", new Personal(to.displayName(), to.id()));
        fields.put("startsAt", delegation.startsAt().toString());
        fields.put("endsAt", delegation.endsAt().toString());
        fields.put("kind", delegation.kind());
        fields.put("team", delegation.team() == null ? null : Objects.toString(delegation.team()));
        fields.put("endedAt", endedAt == null ? null : endedAt.toString());
        return fields;
    }
}
