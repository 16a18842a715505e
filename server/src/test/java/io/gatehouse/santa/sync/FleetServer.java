package io.gatehouse.santa.sync;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.santa.SantaFixture;
import io.gatehouse.santa.ScopeKind;
import io.gatehouse.santa.policy.PolicyPublisher;
import io.gatehouse.santa.policy.RuleKey;
import io.gatehouse.santa.protocol.vocabulary.Policy;
import io.gatehouse.santa.protocol.vocabulary.RuleType;
import io.gatehouse.testkit.fleet.MacProfile;
import io.gatehouse.testkit.fleet.history.ServerUnderTest;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The server under test for the testkit's histories: rules and tags are changed as the rest of the product does. */
final class FleetServer implements ServerUnderTest {

    private final SantaFixture fixture;
    private final PolicyPublisher publisher;
    private final OrganizationScope scope;
    private final URI syncBaseUrl;
    private final Map<String, UUID> tags = new LinkedHashMap<>();

    FleetServer(SantaFixture fixture, PolicyPublisher publisher, int port) {
        this(fixture, publisher, port, fixture.organization());
    }

    FleetServer(SantaFixture fixture, PolicyPublisher publisher, int port, OrganizationScope scope) {
        this.fixture = fixture;
        this.publisher = publisher;
        this.scope = scope;
        String secret = fixture.secret(scope, fixture.enrolment(scope, null, List.of()));
        this.syncBaseUrl = URI.create("http://127.0.0.1:" + port + "/santa/" + secret);
    }

    OrganizationScope scope() {
        return scope;
    }

    URI syncBaseUrl() {
        return syncBaseUrl;
    }

    @Override
    public void createTags(List<String> names) {
        names.forEach(name -> tags.put(name, fixture.tag(scope, name, tags.size())));
    }

    @Override
    public void standalone() {
        fixture.write(scope, () -> {
            fixture.jdbc()
                    .sql("""
                            insert into santa.configuration (organization_id, scope_kind, scope_id, settings, updated_by)
                            values (:organization, 'ORGANIZATION', :organization,
                                '{"clientMode": "STANDALONE", "enableTransitiveRules": true}', '{}')
                            """)
                    .param("organization", scope.organization().value())
                    .update();
            return fixture.jdbc()
                    .sql("insert into santa.configuration_state (organization_id, version) values (?, 1)")
                    .param(scope.organization().value())
                    .update();
        });
    }

    @Override
    public MacProfile.Builder newMac(String machineId) {
        return MacProfile.of(syncBaseUrl, machineId);
    }

    @Override
    public void setTags(String machineId, Set<String> names) {
        UUID device = device(machineId);
        fixture.write(scope, () -> {
            fixture.setTags(scope, device, names.stream().map(tags::get).toList());
            publisher.deviceTagsChanged(scope, List.of(device));
            return device;
        });
    }

    @Override
    public void write(IntendedPolicy.Rule rule) {
        RuleKey key = key(rule);
        fixture.write(scope, () -> {
            fixture.rule(
                    scope,
                    kind(rule),
                    scopeId(rule),
                    key,
                    Policy.valueOf(rule.policy().name()),
                    "",
                    rule.cel());
            writeTexts(rule, key);
            publisher.rulesChanged(scope, List.of(key));
            return key;
        });
    }

    private void writeTexts(IntendedPolicy.Rule rule, RuleKey key) {
        fixture.jdbc()
                .sql("""
                        update santa.rule set custom_message = ?, custom_url = ?, button_label = ?
                        where scope_kind = ? and scope_id = ? and rule_type = ? and identifier = ?
                        """)
                .params(
                        rule.texts().message(),
                        rule.texts().url(),
                        rule.texts().buttonLabel(),
                        kind(rule).name(),
                        scopeId(rule),
                        key.type().number(),
                        key.identifier())
                .update();
    }

    @Override
    public void delete(IntendedPolicy.Rule rule) {
        RuleKey key = key(rule);
        fixture.write(scope, () -> {
            fixture.deleteRule(scope, kind(rule), scopeId(rule), key);
            publisher.rulesChanged(scope, List.of(key));
            return key;
        });
    }

    /** As a restored backup from before its enrolment would. */
    void forgetDevice(String machineId) {
        UUID device = device(machineId);
        fixture.write(scope, () -> {
            for (String table : List.of("device_tag", "sync_session", "device_sync")) {
                fixture.jdbc()
                        .sql("delete from santa." + table + " where device_id = ?")
                        .param(device)
                        .update();
            }
            return fixture.jdbc()
                    .sql("delete from santa.device where id = ?")
                    .param(device)
                    .update();
        });
    }

    UUID device(String machineId) {
        return fixture.write(
                scope,
                () -> fixture.jdbc()
                        .sql("select id from santa.device where machine_id = ?")
                        .param(machineId)
                        .query(UUID.class)
                        .single());
    }

    String column(String machineId, String column) {
        return fixture.write(
                scope,
                () -> fixture.jdbc()
                        .sql("select " + column + "::text from santa.device_sync where device_id = ?")
                        .param(device(machineId))
                        .query(String.class)
                        .single());
    }

    private static RuleKey key(IntendedPolicy.Rule rule) {
        return new RuleKey(RuleType.valueOf(rule.type().name()), rule.type().normalize(rule.identifier()));
    }

    private static ScopeKind kind(IntendedPolicy.Rule rule) {
        return switch (rule.scope()) {
            case IntendedPolicy.Organization() -> ScopeKind.ORGANIZATION;
            case IntendedPolicy.Tag _ -> ScopeKind.TAG;
            case IntendedPolicy.Device _ -> ScopeKind.DEVICE;
        };
    }

    private UUID scopeId(IntendedPolicy.Rule rule) {
        return switch (rule.scope()) {
            case IntendedPolicy.Organization() -> scope.organization().value();
            case IntendedPolicy.Tag tag -> tags.get(tag.name());
            case IntendedPolicy.Device device -> device(device.machineId());
        };
    }
}
