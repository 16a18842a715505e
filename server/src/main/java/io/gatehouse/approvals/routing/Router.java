package io.gatehouse.approvals.routing;

import dev.cel.runtime.CelEvaluationException;
import io.gatehouse.approvals.Fact;
import io.gatehouse.approvals.FactSource;
import io.gatehouse.approvals.NewRequest;
import io.gatehouse.approvals.policy.Path;
import io.gatehouse.approvals.policy.Policy;
import io.gatehouse.approvals.policy.Route;
import io.gatehouse.approvals.policy.StagePlan;
import io.gatehouse.identity.Place;
import io.gatehouse.kernel.OrganizationScope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Finds the path of a request. Doubt never makes it easier: a stage whose condition cannot be reckoned stays, a route whose
 * condition cannot is left out, and where nothing would be left to ask, one approver is.
 */
@Component
public final class Router {

    private final ObjectProvider<FactSource> sources;
    private final Map<String, Conditions> conditions = new ConcurrentHashMap<>();

    Router(ObjectProvider<FactSource> sources) {
        this.sources = sources;
    }

    /** All facts of a kind of request: those of every requester, and those of its door. */
    public List<Fact> facts(String kind) {
        return Stream.concat(
                        RequesterFacts.ALL.stream(), source(kind).map(FactSource::facts).orElse(List.of()).stream())
                .toList();
    }

    /**
     * What is known of a request now.
     *
     * @param requester where they stand
     */
    public Map<String, Object> facts(OrganizationScope scope, NewRequest asked, Optional<Place> requester) {
        Map<String, Object> facts = new HashMap<>(RequesterFacts.of(requester));
        source(asked.kind()).ifPresent(source -> facts.putAll(source.of(scope, asked)));
        return facts;
    }

    private Optional<FactSource> source(String kind) {
        return sources.stream().filter(source -> source.kind().equals(kind)).findFirst();
    }

    /** What is wrong with a condition about this kind of request. */
    public List<Flaw> flaws(String kind, String condition) {
        return conditions(kind).flaws(condition);
    }

    /** The value of a condition that compiles, whatever the facts are; empty when it depends on them. */
    public Optional<Boolean> constant(String kind, String condition) {
        return conditions(kind).constant(condition);
    }

    /** Whether a condition that compiles holds; empty when these facts give it no value. */
    public Optional<Boolean> holds(String kind, String condition, Map<String, Object> facts) {
        try {
            return Optional.of(conditions(kind).holds(condition, facts));
        } catch (CelEvaluationException e) {
            return Optional.empty();
        }
    }

    /** What is known of a made-up request: of its requester, what is so; of all else, what is given, or nothing. */
    public Map<String, Object> facts(String kind, Optional<Place> requester, Map<String, Object> given) {
        Map<String, Object> facts = new HashMap<>();
        for (Fact fact : facts(kind)) {
            Object value = given.get(fact.name());
            facts.put(
                    fact.name(),
                    value == null ? fact.type().nothing() : fact.type().checked(fact.name(), value));
        }
        RequesterFacts.of(requester).forEach((name, value) -> {
            if (!given.containsKey(name)) {
                facts.put(name, value);
            }
        });
        return facts;
    }

    private Conditions conditions(String kind) {
        return conditions.computeIfAbsent(kind, name -> new Conditions(facts(name)));
    }

    /** The path that a request with these facts takes. */
    public Routed route(String kind, Policy policy, Map<String, Object> facts) {
        List<String> notes = new ArrayList<>();
        for (Route route : policy.routes()) {
            if (fits(kind, route, facts, notes)) {
                Map<String, String> skipped = skipped(kind, route.path(), facts);
                if (route.path().asksSomebody(skipped.keySet())) {
                    notes.add("the route " + route.name() + " fits");
                    return new Routed(route.path(), route.name(), String.join("; ", notes), skipped);
                }
                notes.add("the route " + route.name() + " fits, but leaves nobody to ask");
            }
        }
        return otherwise(kind, policy, facts, notes);
    }

    private Routed otherwise(String kind, Policy policy, Map<String, Object> facts, List<String> notes) {
        Map<String, String> skipped = skipped(kind, policy.otherwise(), facts);
        if (policy.otherwise().asksSomebody(skipped.keySet())) {
            notes.add("it takes the path of all others");
            return new Routed(policy.otherwise(), null, String.join("; ", notes), skipped);
        }
        notes.add("the path of all others leaves nobody to ask: one approver decides");
        return new Routed(Policy.DEFAULT.otherwise(), null, String.join("; ", notes), Map.of());
    }

    private boolean fits(String kind, Route route, Map<String, Object> facts, List<String> notes) {
        try {
            return conditions(kind).holds(route.when(), facts);
        } catch (CelEvaluationException e) {
            notes.add("the condition of the route " + route.name() + " has no value: " + e.getMessage());
            return false;
        }
    }

    private Map<String, String> skipped(String kind, Path path, Map<String, Object> facts) {
        Map<String, String> skipped = new HashMap<>();
        for (StagePlan stage : path.stages()) {
            String when = stage.when();
            if (when != null && isFalse(kind, when, facts)) {
                skipped.put(stage.id(), "Its condition is false: " + when);
            }
        }
        return skipped;
    }

    private boolean isFalse(String kind, String condition, Map<String, Object> facts) {
        try {
            return !conditions(kind).holds(condition, facts);
        } catch (CelEvaluationException e) {
            return false;
        }
    }
}
