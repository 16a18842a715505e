package io.gatehouse.approvals.policy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * How many of a group must agree. Shares are of the people who belonged to the group when its stage began; whoever
 * abstains leaves the count.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Quorum.Minimum.class, name = "MINIMUM"),
    @JsonSubTypes.Type(value = Quorum.Percent.class, name = "PERCENT"),
    @JsonSubTypes.Type(value = Quorum.Everyone.class, name = "EVERYONE"),
    @JsonSubTypes.Type(value = Quorum.Weight.class, name = "WEIGHT")
})
public sealed interface Quorum {

    /**
     * So many different people, whenever they joined the group.
     *
     * @param people 1 to 20
     */
    record Minimum(int people) implements Quorum {

        private static final int MOST = 20;

        /** Checks the number. */
        public Minimum {
            if (people < 1 || people > MOST) {
                throw Check.invalid("quorum.people must be 1 to " + MOST + ", not " + people);
            }
        }
    }

    /**
     * At least this share, and at least one.
     *
     * @param percent 1 to 100
     */
    record Percent(int percent) implements Quorum {

        private static final int ALL = 100;

        /** Checks the share. */
        public Percent {
            if (percent < 1 || percent > ALL) {
                throw Check.invalid("quorum.percent must be 1 to " + ALL + ", not " + percent);
            }
        }
    }

    /** All of them, and at least one. */
    record Everyone() implements Quorum {}

    /**
     * Agreements whose seats together weigh this much.
     *
     * @param threshold 1 to 2,000
     */
    record Weight(int threshold) implements Quorum {

        private static final int MOST = 2_000;

        /** Checks the threshold. */
        public Weight {
            if (threshold < 1 || threshold > MOST) {
                throw Check.invalid("quorum.threshold must be 1 to " + MOST + ", not " + threshold);
            }
        }
    }
}
