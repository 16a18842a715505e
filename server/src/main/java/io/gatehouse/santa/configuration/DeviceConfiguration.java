package io.gatehouse.santa.configuration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.santa.DeviceRef;
import io.gatehouse.santa.Scope;
import io.gatehouse.santa.TagRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every setting of a device with the scope that it comes from and those that were overruled. */
record DeviceConfiguration(List<Line> settings) {

    /** One setting. */
    record Line(String name, Object value, Winner winner, List<Other> others) {}

    /** Where the value in force comes from. */
    record Winner(Origin scope) {}

    /** A value that is overruled. */
    record Other(Origin scope, Object value) {}

    /** A scope, or the default, which is none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Origin(Kind kind, @Nullable TagRef tag, @Nullable DeviceRef device) {

        static final Origin DEFAULT = new Origin(Kind.DEFAULT, null, null);

        enum Kind {
            DEFAULT,
            ORGANIZATION,
            TAG,
            DEVICE
        }

        static Origin of(Scope scope) {
            return new Origin(Kind.valueOf(scope.kind().name()), scope.tag(), scope.device());
        }
    }

    /**
     * Puts the winner of each setting first.
     *
     * @param layers that reach the device, narrowest first
     * @param defaults complete
     */
    static DeviceConfiguration of(List<Configuration> layers, Settings defaults) {
        return new DeviceConfiguration(Setting.ALL.stream()
                .map(setting -> line(setting, layers, defaults))
                .toList());
    }

    private static Line line(Setting setting, List<Configuration> layers, Settings defaults) {
        List<Other> values = new ArrayList<>();
        for (Configuration layer : layers) {
            Object value = setting.value().apply(layer.settings());
            if (value != null) {
                values.add(new Other(Origin.of(layer.scope()), value));
            }
        }
        values.add(
                new Other(Origin.DEFAULT, Objects.requireNonNull(setting.value().apply(defaults))));
        Other winner = values.getFirst();
        return new Line(setting.name(), winner.value(), new Winner(winner.scope()), values.subList(1, values.size()));
    }
}
