package io.gatehouse.ledger.witness;

import io.gatehouse.ledger.checkpoint.CosignerKey;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/**
 * Who cosigns.
 *
 * @param name within the organization
 * @param url to which {@code /add-checkpoint} is appended
 * @param keys with each of which it must sign
 * @param size of the largest tree that it cosigned
 * @param failures since then
 */
record Witness(UUID id, String name, URI url, List<CosignerKey> keys, long size, int failures) {

    URI addCheckpoint() {
        return URI.create(url + "/add-checkpoint");
    }
}
