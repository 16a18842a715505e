package io.gatehouse.santa.sync;

import io.gatehouse.kernel.OrganizationId;
import java.util.UUID;

/**
 * What a stage changed of one device.
 *
 * @param json the object that {@code santa.sync_write} takes
 */
record SyncWrite(OrganizationId organization, UUID device, String json) {}
