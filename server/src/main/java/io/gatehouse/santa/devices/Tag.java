package io.gatehouse.santa.devices;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tag as the API shows it.
 *
 * @param position from 0; where two tags disagree the lower one wins
 * @param deviceCount devices that carry it, retired ones not counted
 */
record Tag(UUID id, String name, String description, String color, int position, long deviceCount) {

    Map<String, @Nullable Object> facts() {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("name", name);
        facts.put("description", description);
        facts.put("color", color);
        facts.put("position", position);
        return facts;
    }
}
