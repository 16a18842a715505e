package io.gatehouse.approvals.policy;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of an escalation. Silence never agrees, so there is none that approves. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Step.Remind.class, name = "REMIND"),
    @JsonSubTypes.Type(value = Step.Add.class, name = "ADD"),
    @JsonSubTypes.Type(value = Step.Replace.class, name = "REPLACE"),
    @JsonSubTypes.Type(value = Step.Raise.class, name = "RAISE"),
    @JsonSubTypes.Type(value = Step.Expire.class, name = "EXPIRE")
})
public sealed interface Step {

    /** The group that it is about; null when it is about the whole stage. */
    default @Nullable String group() {
        return switch (this) {
            case Add add -> add.to();
            case Replace replace -> replace.in();
            case Remind _, Raise _, Expire _ -> null;
        };
    }

    /** Tells those who have not decided again. */
    record Remind() implements Step {}

    /** More people may decide for a group; its shares stay those of who belonged to it before. */
    record Add(String to, List<Seat> seats) implements Step {

        /** Takes a copy of the seats. */
        public Add {
            seats = Check.seats(seats);
        }
    }

    /** Others decide in the place of those who kept silent. */
    record Replace(String in, List<Seat> seats) implements Step {

        /** Takes a copy of the seats. */
        public Replace {
            seats = Check.seats(seats);
        }
    }

    /** The leads and the manager of the requester may decide for every group that is not met. */
    record Raise() implements Step {}

    /** The request ends unapproved, since nobody decided in time. */
    record Expire() implements Step {}
}
