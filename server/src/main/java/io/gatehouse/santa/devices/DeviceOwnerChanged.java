package io.gatehouse.santa.devices;

import io.gatehouse.kernel.OrganizationScope;
import java.util.UUID;

/** A Mac has another owner, or none; told in the transaction that changes it. */
public record DeviceOwnerChanged(OrganizationScope scope, UUID device) {}
