package io.gatehouse.santa.events.intake;

import java.sql.SQLException;
import org.postgresql.util.PGobject;

/** JSON as an argument of a statement. */
final class JsonParameter {

    private JsonParameter() {}

    static PGobject of(String json) throws SQLException {
        PGobject parameter = new PGobject();
        parameter.setType("jsonb");
        parameter.setValue(json);
        return parameter;
    }
}
