package io.gatehouse.santa.protocol.message;

import io.gatehouse.santa.protocol.vocabulary.ClientMode;
import io.gatehouse.santa.protocol.vocabulary.EnumValue;
import java.util.List;

/**
 * What a Mac says of itself when a sync begins (santa.sync.v1 PreflightRequest).
 *
 * @param hostname full host name
 * @param osVersion such as 14.5
 * @param osBuild such as 23F79
 * @param santaVersion decides what the client understands, see the client package
 * @param primaryUser a claim of the Mac, not a proof
 * @param clientMode mode now in force
 * @param binaryRuleCount includes transitive rules
 * @param compilerRuleCount counted in their own type as well
 * @param machineId the same as in the address; clients from 2024.6
 * @param pushNotificationSync clients from 2025.1
 * @param sipStatus csr configuration bits, 0 is full protection; clients from 2025.5
 * @param primaryUserGroups a claim of the Mac, not a proof; clients from 2025.6
 * @param rulesHash 32 hexadecimal digits; clients from 2025.7, exact from 2025.8
 */
public record PreflightRequest(
        @WireField(value = 1, json = "serial_num") String serialNumber,
        @WireField(2) String hostname,
        @WireField(3) String osVersion,
        @WireField(4) String osBuild,
        @WireField(5) String modelIdentifier,
        @WireField(6) String santaVersion,
        @WireField(7) String primaryUser,
        @WireField(value = 8, deprecatedNames = "fcm_token") String pushNotificationToken,
        @WireField(9) EnumValue<ClientMode> clientMode,
        @WireField(10) boolean requestCleanSync,
        @WireField(11) long binaryRuleCount,
        @WireField(12) long certificateRuleCount,
        @WireField(13) long compilerRuleCount,
        @WireField(14) long transitiveRuleCount,
        @WireField(15) long teamidRuleCount,
        @WireField(16) long signingidRuleCount,
        @WireField(17) long cdhashRuleCount,
        @WireField(18) String machineId,
        @WireField(19) boolean pushNotificationSync,
        @WireField(value = 20, json = "sipStatus") long sipStatus,
        @WireField(21) List<String> primaryUserGroups,
        @WireField(value = 22, json = "rulesHash") String rulesHash)
        implements Message {

    public PreflightRequest {
        primaryUserGroups = List.copyOf(primaryUserGroups);
    }
}
