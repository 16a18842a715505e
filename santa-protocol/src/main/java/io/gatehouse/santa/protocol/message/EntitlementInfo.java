package io.gatehouse.santa.protocol.message;

import java.util.List;

/**
 * The entitlements of a binary (santa.sync.v1 EntitlementInfo, clients from 2025.1).
 *
 * @param entitlementsFiltered whether some were left out
 */
public record EntitlementInfo(
        @WireField(value = 1, json = "entitlementsFiltered") boolean entitlementsFiltered,
        @WireField(2) List<Entitlement> entitlements)
        implements Message {

    public EntitlementInfo {
        entitlements = List.copyOf(entitlements);
    }
}
