package io.gatehouse.santa.devices;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.Sql;
import io.gatehouse.kernel.Transactions;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.Scope;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.TagRef;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
final class ScopeStore implements Scopes {

    private final Transactions transactions;
    private final JdbcClient jdbc;

    ScopeStore(Transactions transactions, JdbcClient jdbc) {
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Scope> find(OrganizationScope scope, ScopeChoice choice) {
        return switch (choice.kind()) {
            case ORGANIZATION -> Optional.of(Scope.organization());
            case TAG -> one(choice.tagId(), id -> tags(scope, List.of(id)).get(id), Scope::of);
            case DEVICE ->
                one(choice.deviceId(), id -> devices(scope, List.of(id)).get(id), Scope::of);
        };
    }

    @Override
    public Map<UUID, TagRef> tags(OrganizationScope scope, Collection<UUID> ids) {
        return transactions
                .read(
                        scope,
                        () -> Sql.of(
                                        "select id, name, color from santa.tag where organization_id = :organization",
                                        "organization",
                                        scope.organization().value())
                                .append(Sql.of("and id = any(:ids)", "ids", ids.toArray(UUID[]::new)))
                                .on(jdbc)
                                .query(TagRef.class)
                                .list())
                .stream()
                .collect(Collectors.toMap(TagRef::id, Function.identity()));
    }

    @Override
    public Map<UUID, DeviceRef> devices(OrganizationScope scope, Collection<UUID> ids) {
        return devices(scope, Sql.of("and id = any(:ids)", "ids", ids.toArray(UUID[]::new))).stream()
                .collect(Collectors.toMap(DeviceRef::id, Function.identity()));
    }

    @Override
    public Map<String, TagRef> tagsByName(OrganizationScope scope) {
        return transactions
                .read(
                        scope,
                        () -> jdbc.sql("select id, name, color from santa.tag where organization_id = ?")
                                .param(scope.organization().value())
                                .query(TagRef.class)
                                .list())
                .stream()
                .collect(Collectors.toMap(tag -> tag.name().toLowerCase(Locale.ROOT), Function.identity()));
    }

    @Override
    public Map<String, DeviceRef> devicesByMachineId(OrganizationScope scope, Collection<String> machineIds) {
        return devices(scope, Sql.of("and machine_id = any(:machines)", "machines", machineIds.toArray(String[]::new)))
                .stream()
                .collect(Collectors.toMap(DeviceRef::machineId, Function.identity()));
    }

    private List<DeviceRef> devices(OrganizationScope scope, Sql condition) {
        return transactions.read(
                scope,
                () -> Sql.of("""
                        select id, hostname, serial_number, machine_id from santa.device
                        where organization_id = :organization and retired_at is null
                        """, "organization", scope.organization().value())
                        .append(condition)
                        .on(jdbc)
                        .query(DeviceRef.class)
                        .list());
    }

    private static <T> Optional<Scope> one(
            @Nullable UUID id, Function<UUID, @Nullable T> find, Function<T, Scope> toScope) {
        T found = id == null ? null : find.apply(id);
        return found == null ? Optional.empty() : Optional.of(toScope.apply(found));
    }
}
