package io.gatehouse.testkit.fleet.net;

import java.io.IOException;

/** Carries calls of a simulated Mac to a server. */
@FunctionalInterface
public interface Transport {

    /** Sends one call and waits for its answer; an {@link IOException} means that the caller cannot know what happened. */
    Answer send(Call call) throws IOException;

    /** What one sync uses: a real Mac opens a new connection for each sync and keeps it through the stages. */
    default Transport forOneSync() {
        return this;
    }
}
