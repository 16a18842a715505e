package io.gatehouse.santa;

import java.util.UUID;

/**
 * A device as other things name it.
 *
 * @param hostname as last reported, empty before the first sync
 * @param serialNumber as last reported, empty before the first sync
 * @param machineId how the Mac names itself to the sync server
 */
public record DeviceRef(UUID id, String hostname, String serialNumber, String machineId) {

    /** What people call the device: its host name, else its serial number, else its machine id. */
    public String displayName() {
        if (!hostname.isBlank()) {
            return hostname;
        }
        return serialNumber.isBlank() ? machineId : serialNumber;
    }
}
