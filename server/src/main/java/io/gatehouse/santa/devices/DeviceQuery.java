package io.gatehouse.santa.devices;

import io.gatehouse.santa.protocol.vocabulary.ClientMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Filters of the list of devices; null: any.
 *
 * @param text part of the host name, the serial number, the machine id or the primary user
 * @param clientMode as last reported
 * @param owner person id
 * @param retired true: those out of service; else those in service
 */
record DeviceQuery(
        @Nullable String text,
        @Nullable UUID tag,
        @Nullable ClientMode clientMode,
        @Nullable DeviceHealth health,
        @Nullable UUID owner,
        @Nullable UUID enrolment,
        @Nullable Boolean retired) {}
