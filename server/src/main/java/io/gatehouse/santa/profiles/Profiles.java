package io.gatehouse.santa.profiles;

import io.gatehouse.identity.Organizations;
import io.gatehouse.kernel.CommonProblem;
import io.gatehouse.kernel.OrganizationScope;
import io.gatehouse.kernel.PublicAddress;
import io.gatehouse.santa.configuration.Effective;
import io.gatehouse.santa.configuration.EffectiveConfigurations;
import io.gatehouse.santa.configuration.MediaPolicy;
import io.gatehouse.santa.devices.EnrolmentSecrets;
import io.gatehouse.santa.protocol.vocabulary.ClientMode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Configuration profiles that make a Mac sync with this installation: the payload {@code com.northpolesec.santa} with the
 * address, the secret and, for the time before the first sync, the settings of the organization. Unsigned: an MDM signs.
 *
 * <p>Path expressions are not among them: a sync can only take back its own, and a profile's would then be in force again.
 */
@Component
final class Profiles {

    private static final String PAYLOAD = "com.northpolesec.santa";
    private static final int LONGEST_NAME = 120;

    private final EnrolmentSecrets enrolments;
    private final EffectiveConfigurations configurations;
    private final Organizations organizations;
    private final PublicAddress address;

    Profiles(
            EnrolmentSecrets enrolments,
            EffectiveConfigurations configurations,
            Organizations organizations,
            PublicAddress address) {
        this.enrolments = enrolments;
        this.configurations = configurations;
        this.organizations = organizations;
        this.address = address;
    }

    byte[] of(OrganizationScope scope, UUID id, ProfileController.Wish wish) {
        EnrolmentSecrets.Holder enrolment = enrolments.verify(scope, id, wish.secret());
        String secret = wish.secret() == null ? "" : wish.secret();
        String name = wish.displayName() == null
                ? "Gatehouse: Santa (" + enrolment.name() + ")"
                : wish.displayName().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw CommonProblem.INVALID.because("displayName must have 1 to " + LONGEST_NAME + " printable characters");
        }
        // An id that no device has: what a new device of this enrolment will get.
        Effective settings = configurations.effective(scope.organization(), id, enrolment.tags());
        String organization = organizations.of(scope).name();
        boolean inHeader = Boolean.TRUE.equals(wish.inHeader());
        Map<String, Object> payload = header(PAYLOAD, name, id, "payload");
        payload.put("SyncBaseURL", inHeader ? address.of("/santa/sync/") : enrolments.syncBaseUrl(secret));
        if (inHeader) {
            payload.put("SyncExtraHeaders", Map.of("Authorization", "Bearer " + secret));
        }
        settings(payload, settings, wish.clientMode() == null ? settings.clientMode() : wish.clientMode());
        Map<String, Object> profile = header("Configuration", name, id, "profile");
        profile.put("PayloadOrganization", organization);
        profile.put("PayloadScope", "System");
        profile.put("PayloadContent", List.of(payload));
        return PropertyList.write(profile);
    }

    private static void settings(Map<String, Object> payload, Effective settings, ClientMode mode) {
        payload.put("ClientMode", mode.number());
        payload.put("EnableBundles", settings.enableBundles());
        payload.put("EnableTransitiveRules", settings.enableTransitiveRules());
        payload.put("EnableAllEventUpload", settings.enableAllEventUpload());
        payload.put("DisableUnknownEventUpload", settings.disableUnknownEventUpload());
        payload.put(
                "OverrideFileAccessAction", settings.overrideFileAccessAction().wireName());
        payload.put("FullSyncInterval", settings.fullSyncIntervalSeconds());
        // Else a clean sync loses the events that were not sent yet.
        payload.put("SyncEnableCleanSyncEventUpload", true);
        media(payload, settings);
        text(payload, "EventDetailURL", settings.eventDetailUrl());
        text(payload, "EventDetailText", settings.eventDetailText());
    }

    /** Clients before 2026.3 know the first two keys only, later ones prefer the others. */
    private static void media(Map<String, Object> payload, Effective settings) {
        MediaPolicy all = settings.removableMedia();
        payload.put("BlockUSBMount", all.action() != MediaPolicy.Action.ALLOW);
        if (!all.remountFlags().isEmpty()) {
            payload.put("RemountUSBMode", all.remountFlags());
        }
        media(payload, "RemovableMedia", all);
        media(payload, "EncryptedRemovableMedia", settings.encryptedRemovableMedia());
    }

    private static void media(Map<String, Object> payload, String prefix, MediaPolicy policy) {
        payload.put(
                prefix + "Action",
                switch (policy.action()) {
                    case ALLOW -> "Allow";
                    case BLOCK -> "Block";
                    case REMOUNT -> "Remount";
                });
        if (!policy.remountFlags().isEmpty()) {
            payload.put(prefix + "RemountFlags", policy.remountFlags());
        }
    }

    /** An empty text would override what the Mac has from elsewhere. */
    private static void text(Map<String, Object> payload, String key, String value) {
        if (!value.isEmpty()) {
            payload.put(key, value);
        }
    }

    /** The ids follow from the enrolment, so that a newer profile replaces the older one on the Mac. */
    private static Map<String, Object> header(String type, String name, UUID enrolment, String part) {
        String identifier = "io.gatehouse.santa." + enrolment + "." + part;
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("PayloadType", type);
        header.put("PayloadVersion", 1);
        header.put("PayloadIdentifier", identifier);
        header.put(
                "PayloadUUID",
                UUID.nameUUIDFromBytes(identifier.getBytes(StandardCharsets.UTF_8))
                        .toString());
        header.put("PayloadDisplayName", name);
        return header;
    }
}
