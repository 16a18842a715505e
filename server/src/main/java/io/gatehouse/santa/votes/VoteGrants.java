package io.gatehouse.santa.votes;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PersonId;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.ScopeKind;
import io.gatehouse.santa.devices.DeviceOwnerChanged;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.requests.VotedSoftware;
import io.gatehouse.santa.rules.ApprovedRule;
import io.gatehouse.santa.rules.Rules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the rules that votes made in step with the ballots: one for each Mac of each voter who is for it, and no more. */
@Component
final class VoteGrants {

    private final VoteGrantStore store;
    private final VotedSoftware software;
    private final Rules rules;

    VoteGrants(VoteGrantStore store, VotedSoftware software, Rules rules) {
        this.store = store;
        this.software = software;
        this.rules = rules;
    }

    /** Makes the rules that are missing and deletes those that hold no more. The ballot must be locked. */
    void settle(OrganizationScope scope, StoredBallot stored, Set<PersonId> holders) {
        List<VoteGrantStore.Granted> before = store.of(scope, stored.ballot().id());
        List<VoteGrantStore.Owned> wanted = holders.isEmpty() ? List.of() : store.macs(scope, holders);
        Set<VoteGrantStore.Owned> kept = new HashSet<>(wanted);
        for (VoteGrantStore.Granted granted : before) {
            if (!kept.remove(new VoteGrantStore.Owned(granted.device(), granted.person()))) {
                withdraw(scope, granted);
            }
        }
        if (!kept.isEmpty()) {
            grant(scope, stored, kept);
        }
    }

    /** Votes change no rule that somebody else made: where one decides already, it goes on doing so. */
    private void grant(OrganizationScope scope, StoredBallot stored, Set<VoteGrantStore.Owned> macs) {
        Set<UUID> devices = macs.stream().map(VoteGrantStore.Owned::device).collect(Collectors.toSet());
        Set<UUID> decided = software.find(scope, stored.sha256())
                .map(file -> software.decided(scope, file, stored.key(), devices))
                .orElse(devices);
        for (VoteGrantStore.Owned mac : macs) {
            if (!decided.contains(mac.device())) {
                UUID rule = rules.approve(scope, rule(stored, mac.device())).id();
                store.insert(scope, new VoteGrantStore.Granted(stored.ballot().id(), mac.device(), mac.person(), rule));
            }
        }
    }

    private static ApprovedRule rule(StoredBallot stored, UUID device) {
        return new ApprovedRule(
                stored.key().type(),
                stored.key().identifier(),
                Policy.ALLOWLIST,
                new ScopeChoice(ScopeKind.DEVICE, null, device),
                null,
                "Made by votes, for the owner of this Mac alone",
                stored.title(),
                null);
    }

    /** What a voter may run on their Mac says nothing about whoever gets it next. */
    @EventListener
    void on(DeviceOwnerChanged event) {
        store.stranded(event.scope(), event.device()).forEach(granted -> withdraw(event.scope(), granted));
    }

    private void withdraw(OrganizationScope scope, VoteGrantStore.Granted granted) {
        store.delete(scope, granted);
        rules.withdraw(scope, granted.rule());
    }
}
