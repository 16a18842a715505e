package io.gatehouse.testkit.fleet.history;

import io.gatehouse.testkit.fleet.MacProfile;
import io.gatehouse.testkit.fleet.oracle.IntendedPolicy.Rule;
import java.util.List;
import java.util.Set;

/** What a history does to a server beside syncing; whoever tests a server implements it by the server's own means. */
public interface ServerUnderTest {

    /** Makes the tags of the history, the first of them with position 0, which is the highest priority. */
    void createTags(List<String> names);

    /** Makes STANDALONE the mode of every Mac, and lets compilers be trusted; called before there are Macs. */
    void standalone();

    /** A Mac of that id, release and encoding, with the SyncBaseURL and credentials that this server wants. */
    MacProfile.Builder newMac(String machineId);

    /** Gives a device, which has synced before, exactly these tags. */
    void setTags(String machineId, Set<String> tags);

    /** Writes a rule, in place of the one that its scope already has for that type and identifier. */
    void write(Rule rule);

    /** Deletes the rule that this scope has for that type and identifier. */
    void delete(Rule rule);

    /** Ends the server as a crash does and starts it again; a server that cannot be restarted does nothing. */
    default void crash() {}
}
