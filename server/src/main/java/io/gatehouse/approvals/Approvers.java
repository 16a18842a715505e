package io.gatehouse.approvals;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.gatehouse.kernel.Permission;

/** Who may take a place in a stage. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes(@JsonSubTypes.Type(value = Approvers.Holders.class, name = "PERMISSION"))
public sealed interface Approvers {

    /** By which right, as kept with each decision. */
    String authority();

    /** Whoever holds a permission in the organization when they decide. */
    record Holders(Permission permission) implements Approvers {

        @Override
        public String authority() {
            return "permission:" + permission.code();
        }
    }
}
