package io.gatehouse.santa.protocol.client;

import io.gatehouse.santa.protocol.message.PreflightResponse;
import io.gatehouse.santa.protocol.message.RemovableMediaPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The two vocabularies for removable media: block_usb_mount with remount_usb_mode up to 2026.2, removable_media_policy after. A client is told in one
 * of them, never in both. The policy for encrypted media has no older form and is left out there.
 */
final class MediaVocabulary {

    private MediaVocabulary() {}

    static void translate(PreflightResponse from, ClientCapabilities client, PreflightResponse.Builder to) {
        if (client.has(Feature.MEDIA_POLICY)) {
            to.removableMediaPolicy(from.removableMediaPolicy() != null ? from.removableMediaPolicy() : newer(from));
            to.blockUsbMount(null).remountUsbMode(List.of());
            return;
        }
        to.removableMediaPolicy(null).encryptedRemovableMediaPolicy(null);
        if (!client.has(Feature.USB_MOUNT)) {
            to.blockUsbMount(null).remountUsbMode(List.of());
        } else if (from.blockUsbMount() == null && from.removableMediaPolicy() != null) {
            older(from.removableMediaPolicy(), to);
        }
    }

    private static @Nullable RemovableMediaPolicy newer(PreflightResponse from) {
        if (from.blockUsbMount() == null) {
            return null;
        }
        if (!from.blockUsbMount()) {
            return RemovableMediaPolicy.allowed();
        }
        return from.remountUsbMode().isEmpty()
                ? RemovableMediaPolicy.blocked()
                : RemovableMediaPolicy.remounted(from.remountUsbMode());
    }

    private static void older(RemovableMediaPolicy policy, PreflightResponse.Builder to) {
        RemovableMediaPolicy.Remount remount = policy.remount();
        boolean allow = remount == null && !Boolean.TRUE.equals(policy.block());
        to.blockUsbMount(!allow).remountUsbMode(remount == null ? List.of() : remount.flags());
    }
}
