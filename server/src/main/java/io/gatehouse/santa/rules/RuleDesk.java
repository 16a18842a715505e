package io.gatehouse.santa.rules;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.configuration.Effective;
import io.gatehouse.santa.configuration.EffectiveConfigurations;
import io.gatehouse.santa.policy.RuleKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

@Component
final class RuleDesk implements Rules {

    private final Transactions transactions;
    private final RuleStore store;
    private final DeviceTagStore tags;
    private final RuleEditing editing;
    private final RuleBook book;
    private final RuleViews views;
    private final EffectiveConfigurations configurations;

    RuleDesk(
            Transactions transactions,
            RuleStore store,
            DeviceTagStore tags,
            RuleEditing editing,
            RuleBook book,
            RuleViews views,
            EffectiveConfigurations configurations) {
        this.transactions = transactions;
        this.store = store;
        this.tags = tags;
        this.editing = editing;
        this.book = book;
        this.views = views;
        this.configurations = configurations;
    }

    @Override
    public Rule approve(OrganizationScope scope, ApprovedRule approved) {
        return transactions.write(scope, () -> {
            RuleDraft wanted = editing.check(scope, input(approved)).orThrow();
            Instant now = editing.now();
            Optional<StoredRule> existing = store.lock(scope.organization(), wanted.identity());
            StoredRule after = existing.map(rule -> rule.changed(rule.draft().approved(wanted), now))
                    .orElseGet(() -> StoredRule.first(scope, wanted, "", null, now))
                    .approved(approved.softwareName(), approved.requestId());
            book.apply(scope, List.of(new RuleBook.Change(existing.orElse(null), after)), null);
            return views.rule(scope, after.id());
        });
    }

    @Override
    public void withdraw(OrganizationScope scope, UUID rule) {
        transactions.write(
                scope,
                () -> store.lock(scope.organization(), List.of(rule)).stream()
                        .filter(found -> found.version() == 1)
                        .forEach(found -> book.apply(scope, List.of(new RuleBook.Change(found, null)), null)));
    }

    @Override
    public boolean takeBack(OrganizationScope scope, UUID id, UUID request, String reason) {
        return transactions.write(scope, () -> {
            Optional<StoredRule> found =
                    store.lock(scope.organization(), List.of(id)).stream().findFirst();
            if (found.isPresent() && !isStill(found.get(), request)) {
                return false;
            }
            found.ifPresent(rule -> book.apply(scope, List.of(new RuleBook.Change(rule, null)), reason));
            return true;
        });
    }

    private static boolean isStill(StoredRule rule, UUID request) {
        return request.equals(rule.requestId())
                && switch (rule.draft().policy()) {
                    case ALLOWLIST, ALLOWLIST_COMPILER -> true;
                    case BLOCKLIST, SILENT_BLOCKLIST, SILENT_GUI_BLOCKLIST, SILENT_TTY_BLOCKLIST, CEL, REMOVE -> false;
                };
    }

    @Override
    public List<Rule> matching(OrganizationScope scope, SoftwareIdentity software) {
        List<RuleKey> keys = software.keys();
        return transactions.read(scope, () -> {
            List<RuleRows.Shown> found = new ArrayList<>(store.matching(scope.organization(), keys));
            found.sort(Comparator.<RuleRows.Shown, Integer>comparing(
                            shown -> keys.indexOf(shown.rule().draft().key()))
                    .thenComparing(shown -> -shown.scope().kind().ordinal())
                    .thenComparing(shown -> shown.rule().id()));
            return views.rules(scope, found);
        });
    }

    @Override
    public Explanation explain(OrganizationScope scope, UUID deviceId, SoftwareIdentity software) {
        Explanation explanation = explainAll(scope, deviceId, List.of(software)).get(software);
        if (explanation == null) {
            throw new IllegalStateException("a file was not explained");
        }
        return explanation;
    }

    @Override
    public Map<SoftwareIdentity, Explanation> explainAll(
            OrganizationScope scope, UUID deviceId, Collection<SoftwareIdentity> software) {
        List<RuleKey> keys = software.stream()
                .flatMap(each -> each.keys().stream())
                .distinct()
                .toList();
        return transactions.read(scope, () -> {
            Map<UUID, Integer> positions = tags.positions(scope.organization(), deviceId);
            Effective settings =
                    configurations.effective(scope.organization(), deviceId, List.copyOf(positions.keySet()));
            Deciding deciding = new Deciding(deviceId, positions, settings);
            Map<RuleKey, List<RuleRows.Shown>> rules = store.matching(scope.organization(), keys).stream()
                    .collect(Collectors.groupingBy(shown -> shown.rule().draft().key()));
            Map<SoftwareIdentity, Explanation> all = new LinkedHashMap<>();
            software.forEach(each -> all.put(each, deciding.explain(each, of(each, rules))));
            return all;
        });
    }

    private static List<RuleRows.Shown> of(SoftwareIdentity software, Map<RuleKey, List<RuleRows.Shown>> rules) {
        return software.keys().stream()
                .flatMap(key -> rules.getOrDefault(key, List.of()).stream())
                .toList();
    }

    private static RuleInput input(ApprovedRule approved) {
        return new RuleInput(
                approved.ruleType(),
                approved.identifier(),
                approved.policy(),
                null,
                approved.scope(),
                null,
                null,
                null,
                approved.comment(),
                null,
                approved.expiresAt(),
                null);
    }
}
