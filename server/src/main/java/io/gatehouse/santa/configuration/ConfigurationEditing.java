package io.gatehouse.santa.configuration;

import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationId;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.ledger.Ledger;
import io.gatehouse.ledger.NewEntry;
import io.gatehouse.santa.AfterCommit;
import io.gatehouse.santa.ChangedFields;
import io.gatehouse.santa.Scope;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.devices.ScopeUse;
import io.gatehouse.santa.devices.Scopes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Changes settings: the row, the book, the version that tells other nodes. */
@Component
final class ConfigurationEditing implements ScopeUse {

    private final Transactions transactions;
    private final ConfigurationStore store;
    private final LayersStore layers;
    private final CachedConfigurations cached;
    private final Scopes scopes;
    private final Ledger ledger;
    private final JsonMapper json;
    private final Clock clock;

    ConfigurationEditing(
            Transactions transactions,
            ConfigurationStore store,
            LayersStore layers,
            CachedConfigurations cached,
            Scopes scopes,
            Ledger ledger,
            JsonMapper json,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.layers = layers;
        this.cached = cached;
        this.scopes = scopes;
        this.ledger = ledger;
        this.json = json;
        this.clock = clock;
    }

    /** Replaces the settings of a scope; the version is the one that the caller saw, 0 when there were none. */
    Configuration put(OrganizationScope scope, ScopeChoice choice, Settings settings, int version) {
        List<String> warnings = SettingsCheck.warnings(settings);
        return transactions.write(scope, () -> {
            Scope shown = shown(scope, choice);
            long state = layers.bump(scope.organization());
            Configuration before = store.lock(scope.organization(), choice).orElseGet(() -> Configuration.empty(shown));
            if (before.version() != version) {
                throw stale(before.version(), version);
            }
            store.write(scope, choice, settings, version + 1, clock.instant().atOffset(ZoneOffset.UTC));
            append(scope, choice, before, settings);
            afterCommit(scope.organization(), state);
            return store.lock(scope.organization(), choice).orElseThrow().with(warnings);
        });
    }

    /** Takes the settings of a tag or device away. */
    void delete(OrganizationScope scope, ScopeChoice choice, @Nullable Integer version) {
        transactions.write(scope, () -> {
            Configuration before = store.lock(scope.organization(), choice)
                    .orElseThrow(() -> CommonProblem.NOT_FOUND.because("Nothing is set there"));
            if (version != null && before.version() != version) {
                throw stale(before.version(), version);
            }
            remove(scope, choice, before);
        });
    }

    @Override
    public Optional<String> use(OrganizationScope scope, ScopeChoice choice) {
        return store.lock(scope.organization(), choice).map(_ -> "settings");
    }

    @Override
    public void scopeGoes(OrganizationScope scope, ScopeChoice choice) {
        store.lock(scope.organization(), choice).ifPresent(before -> remove(scope, choice, before));
    }

    @Override
    public void tagOrderChanged(OrganizationScope scope) {
        afterCommit(scope.organization(), layers.bump(scope.organization()));
    }

    private void remove(OrganizationScope scope, ScopeChoice choice, Configuration before) {
        long state = layers.bump(scope.organization());
        store.delete(scope.organization(), choice);
        ledger.append(
                scope, entry("configuration.delete", scope, choice, before).change(facts(before.settings()), null));
        afterCommit(scope.organization(), state);
    }

    private void append(OrganizationScope scope, ScopeChoice choice, Configuration before, Settings settings) {
        if (before.version() == 0) {
            ledger.append(
                    scope, entry("configuration.create", scope, choice, before).change(null, facts(settings)));
            return;
        }
        ChangedFields fields = ChangedFields.between(facts(before.settings()), facts(settings));
        ledger.append(
                scope, entry("configuration.update", scope, choice, before).change(fields.before(), fields.after()));
    }

    private static NewEntry entry(String action, OrganizationScope scope, ScopeChoice choice, Configuration what) {
        return NewEntry.of(
                action,
                "configuration",
                choice.scopeId(scope.organization()),
                "settings of " + what.scope().describe());
    }

    private Map<String, @Nullable Object> facts(Settings settings) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        for (Setting setting : Setting.ALL) {
            Object value = setting.value().apply(settings);
            facts.put(setting.name(), value == null ? null : json.convertValue(value, Object.class));
        }
        return facts;
    }

    private Scope shown(OrganizationScope scope, ScopeChoice choice) {
        return scopes.find(scope, choice)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because(
                        "There is no such " + (choice.tagId() == null ? "device" : "tag")));
    }

    private void afterCommit(OrganizationId organization, long state) {
        AfterCommit.run(() -> cached.changed(organization, state));
    }

    private static RuntimeException stale(int now, int seen) {
        return CommonProblem.STALE.because(
                "The settings are at version " + now + ", you changed version " + seen + "; read them again");
    }
}
