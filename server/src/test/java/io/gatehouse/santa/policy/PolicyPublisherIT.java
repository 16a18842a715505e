package io.gatehouse.santa.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.santa.SantaFixture;
import io.gatehouse.santa.ScopeKind;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.testing.ServerTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Layers against a naive model of who wins, over random histories of rules, tags and their order. */
@ServerTest
final class PolicyPublisherIT {

    /** Histories and their length; together about five seconds. */
    private static final int HISTORIES = 6;

    private static final int STEPS = 60;

    private final PolicyPublisher publisher;
    private final SantaFixture fixture;

    @Autowired
    PolicyPublisherIT(PolicyPublisher publisher, SantaFixture fixture) {
        this.publisher = publisher;
        this.fixture = fixture;
    }

    @Test
    void layersHoldTheWinnersAfterAnyHistory() {
        for (int seed = 1; seed <= HISTORIES; seed++) {
            History history = new History(new Random(seed));
            for (int step = 0; step < STEPS; step++) {
                history.step();
                assertThat(history.published())
                        .as("seed %d step %d", seed, step)
                        .isEqualTo(history.intended());
            }
            history.assertSequencesAreOneSeries();
        }
    }

    @Test
    void refusesToPublishOutsideATransaction() {
        OrganizationScope scope = fixture.organization();
        assertThatThrownBy(() -> publisher.rulesChanged(scope, List.of())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPolicyMadeLaterTakesOverThePlacesOfItsRules() {
        OrganizationScope scope = fixture.organization();
        UUID first = fixture.write(scope, () -> publisher.policyFor(scope, List.of()));
        List<RuleKey> keys = keys();
        List<RuleKey> shuffled = new ArrayList<>(keys);
        Collections.shuffle(shuffled, new Random(3));
        shuffled.forEach(key -> fixture.write(scope, () -> {
            fixture.rule(scope, ScopeKind.ORGANIZATION, scope.organization().value(), key, Policy.ALLOWLIST, "");
            publisher.rulesChanged(scope, List.of(key));
            return key;
        }));
        UUID tag = fixture.tag(scope, "Later", 1);
        UUID second = fixture.write(scope, () -> publisher.policyFor(scope, List.of(tag)));

        assertThat(order(scope, second)).isEqualTo(order(scope, first)).hasSize(keys.size());
    }

    @Test
    void thePolicyOfATagSetIsOneWhateverTheOrder() {
        OrganizationScope scope = fixture.organization();
        UUID some = fixture.tag(scope, "A", 1);
        UUID more = fixture.tag(scope, "B", 2);
        UUID policy = fixture.write(scope, () -> publisher.policyFor(scope, List.of(some, more)));

        assertThat(fixture.write(scope, () -> publisher.policyFor(scope, List.of(more, some, more))))
                .isEqualTo(policy);
    }

    private List<String> order(OrganizationScope scope, UUID layer) {
        return fixture.write(
                scope,
                () -> fixture.jdbc()
                        .sql("select identifier from santa.policy_entry where layer_id = ? order by sequence")
                        .param(layer)
                        .query(String.class)
                        .list());
    }

    private static List<RuleKey> keys() {
        return IntStream.range(0, 6)
                .mapToObj(i -> new RuleKey(RuleType.TEAMID, "ABCDEFGHI" + i))
                .toList();
    }

    /** One organization with devices, and in memory what its rules are. */
    private final class History {

        private record Place(ScopeKind kind, UUID scope, RuleKey key) {}

        private final Random random;
        private final OrganizationScope scope = fixture.organization();
        private final Map<Place, String> rules = new HashMap<>();
        private final List<UUID> tagsByPosition = new ArrayList<>();
        private final Map<UUID, List<UUID>> devices = new HashMap<>();

        History(Random random) {
            this.random = random;
            for (int i = 0; i < 3; i++) {
                tagsByPosition.add(fixture.tag(scope, "Tag " + i, i));
            }
            UUID enrolment = fixture.enrolment(scope, null, List.of());
            UUID none = fixture.write(scope, () -> publisher.policyFor(scope, List.of()));
            for (int i = 0; i < 4; i++) {
                devices.put(fixture.device(scope, enrolment, none, List.of()), List.of());
            }
        }

        void step() {
            switch (random.nextInt(8)) {
                case 0 -> changeTags();
                case 1 -> changeOrder();
                case 2, 3 -> delete();
                default -> save();
            }
        }

        private void save() {
            Place place = place();
            String message = random.nextBoolean() ? "a" : "b";
            rules.put(place, message);
            fixture.write(scope, () -> {
                fixture.rule(scope, place.kind, place.scope, place.key, Policy.BLOCKLIST, message);
                publisher.rulesChanged(scope, List.of(place.key));
                return message;
            });
        }

        private void delete() {
            Place place = place();
            rules.remove(place);
            fixture.write(scope, () -> {
                fixture.deleteRule(scope, place.kind, place.scope, place.key);
                publisher.rulesChanged(scope, List.of(place.key));
                return place;
            });
        }

        private void changeTags() {
            UUID device = any(List.copyOf(devices.keySet()));
            List<UUID> tags =
                    tagsByPosition.stream().filter(tag -> random.nextBoolean()).toList();
            devices.put(device, tags);
            fixture.write(scope, () -> {
                fixture.setTags(scope, device, tags);
                publisher.deviceTagsChanged(scope, List.of(device));
                return device;
            });
        }

        private void changeOrder() {
            Collections.shuffle(tagsByPosition, random);
            fixture.write(scope, () -> {
                for (int i = 0; i < tagsByPosition.size(); i++) {
                    fixture.jdbc()
                            .sql("update santa.tag set position = ? where id = ?")
                            .params(i, tagsByPosition.get(i))
                            .update();
                }
                publisher.tagOrderChanged(scope);
                return scope;
            });
        }

        private Place place() {
            RuleKey key = any(keys());
            return switch (random.nextInt(3)) {
                case 0 -> new Place(ScopeKind.ORGANIZATION, scope.organization().value(), key);
                case 1 -> new Place(ScopeKind.TAG, any(tagsByPosition), key);
                default -> new Place(ScopeKind.DEVICE, any(List.copyOf(devices.keySet())), key);
            };
        }

        private <T> T any(List<T> of) {
            return of.get(random.nextInt(of.size()));
        }

        Map<UUID, Map<String, String>> intended() {
            Map<UUID, Map<String, String>> all = new TreeMap<>();
            devices.forEach((device, tags) -> {
                Map<String, String> table = new TreeMap<>();
                keys().forEach(key -> {
                    String message = rules.get(new Place(
                            ScopeKind.ORGANIZATION, scope.organization().value(), key));
                    for (UUID tag : tagsByPosition.reversed()) {
                        if (tags.contains(tag)) {
                            message = rules.getOrDefault(new Place(ScopeKind.TAG, tag, key), message);
                        }
                    }
                    message = rules.getOrDefault(new Place(ScopeKind.DEVICE, device, key), message);
                    if (message != null) {
                        table.put(key.identifier(), message);
                    }
                });
                all.put(device, table);
            });
            return all;
        }

        Map<UUID, Map<String, String>> published() {
            Map<UUID, Map<String, String>> all = new TreeMap<>();
            devices.keySet().forEach(device -> {
                Map<String, String> table = new TreeMap<>();
                fixture.write(
                        scope,
                        () -> fixture.jdbc()
                                .sql("""
                                select distinct on (entry.identifier) entry.identifier, entry.custom_message, entry.removed
                                from santa.device
                                join santa.policy_entry entry on entry.layer_id in (device.policy_id, device.id)
                                where device.id = ?
                                order by entry.identifier, (entry.layer_id = device.id) desc
                                """)
                                .param(device)
                                .query((row, _) -> row.getBoolean("removed")
                                        ? null
                                        : table.put(row.getString("identifier"), row.getString("custom_message")))
                                .list());
                all.put(device, table);
            });
            return all;
        }

        void assertSequencesAreOneSeries() {
            assertThat(fixture.write(
                            scope,
                            () -> fixture.jdbc().sql("""
                                    select count(*) from (
                                        select sequence from santa.policy_entry
                                        group by sequence having count(distinct (rule_type, identifier)) > 1) shared
                                    """).query(Integer.class).single()))
                    .as("a sequence belongs to one key")
                    .isZero();
            assertThat(fixture.write(
                            scope,
                            () -> fixture.jdbc().sql("""
                                    select count(*) from santa.policy_entry entry
                                    left join santa.policy on policy.id = entry.layer_id
                                    left join santa.device on device.id = entry.layer_id
                                    where entry.sequence > coalesce(policy.head_sequence, device.own_head_sequence)
                                    """).query(Integer.class).single()))
                    .as("no entry lies beyond its layer's head")
                    .isZero();
        }
    }
}
