package io.gatehouse.santa.protocol.message;

import java.util.List;

/**
 * Which bundles the Mac shall send the members of (santa.sync.v1 EventUploadResponse).
 *
 * @param eventUploadBundleBinaries bundle hashes, of those that the request named
 */
public record EventUploadResponse(@WireField(1) List<String> eventUploadBundleBinaries) implements Message {

    public EventUploadResponse {
        eventUploadBundleBinaries = List.copyOf(eventUploadBundleBinaries);
    }
}
