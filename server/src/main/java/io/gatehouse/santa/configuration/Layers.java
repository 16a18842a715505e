package io.gatehouse.santa.configuration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All settings of one organization as they were at one version.
 *
 * @param version of {@code santa.configuration_state}; 0 before the first change
 * @param organization the organization's settings over the defaults: none is null
 * @param tagPositions position of each tag that has settings; the lowest wins
 */
record Layers(
        long version,
        Settings organization,
        Map<UUID, Settings> tags,
        Map<UUID, Integer> tagPositions,
        Map<UUID, Settings> devices,
        Cache<List<UUID>, Effective> ofTags) {

    private static final int REMEMBERED_COMBINATIONS = 10_000;

    Layers(
            long version,
            Settings organization,
            Map<UUID, Settings> tags,
            Map<UUID, Integer> tagPositions,
            Map<UUID, Settings> devices) {
        this(version, organization, tags, tagPositions, devices, remembered());
    }

    Effective effective(UUID device, List<UUID> tagIds) {
        List<UUID> layers = tagIds.stream()
                .filter(tags::containsKey)
                .distinct()
                .sorted(Comparator.comparing((UUID tag) -> tagPositions.getOrDefault(tag, Integer.MAX_VALUE))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        Settings own = devices.get(device);
        return own == null
                ? ofTags.get(layers, tags -> Effective.of(merged(tags)))
                : Effective.of(own.or(merged(layers)));
    }

    private Settings merged(List<UUID> ordered) {
        Settings settings = Settings.NONE;
        for (UUID tag : ordered) {
            settings = settings.or(tags.getOrDefault(tag, Settings.NONE));
        }
        return settings.or(organization);
    }

    private static Cache<List<UUID>, Effective> remembered() {
        return Caffeine.newBuilder().maximumSize(REMEMBERED_COMBINATIONS).build();
    }
}
