package io.gatehouse.santa;

import java.util.UUID;

/**
 * A tag as other things name it.
 *
 * @param color {@code #rrggbb}
 */
public record TagRef(UUID id, String name, String color) {}
