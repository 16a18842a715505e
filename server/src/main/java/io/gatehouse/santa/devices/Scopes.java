package io.gatehouse.santa.devices;

import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.Scope;
import io.gatehouse.santa.ScopeChoice;
import io.gatehouse.santa.TagRef;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Looks up the tags and devices that scopes name. Joins the caller's open transaction. */
public interface Scopes {

    /** The scope that was chosen; empty when its tag or device is not there, or retired. */
    Optional<Scope> find(OrganizationScope scope, ScopeChoice choice);

    /** Those of the given tags that exist. */
    Map<UUID, TagRef> tags(OrganizationScope scope, Collection<UUID> ids);

    /** Those of the given devices that exist and are not retired. */
    Map<UUID, DeviceRef> devices(OrganizationScope scope, Collection<UUID> ids);

    /** Tags by their names, in lower case. */
    Map<String, TagRef> tagsByName(OrganizationScope scope);

    /** Devices by machine id, those of the given ones that exist and are not retired. */
    Map<String, DeviceRef> devicesByMachineId(OrganizationScope scope, Collection<String> machineIds);
}
