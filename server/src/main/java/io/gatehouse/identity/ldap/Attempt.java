package io.gatehouse.identity.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import io.gatehouse.identity.providers.SignInRefusal;
import io.gatehouse.identity.providers.SignInRefusal.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** One attempt's connections: they end with it, and when its time is over, whatever the directory still sends. */
final class Attempt implements AutoCloseable {

    private final List<LDAPConnection> connections = new ArrayList<>();
    private final Future<?> end;
    private boolean over;

    Attempt(Duration longest) {
        this.end = ForkJoinPool.commonPool().schedule(this::stop, longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized LDAPConnection add(LDAPConnection connection) {
        if (over) {
            connection.closeWithoutUnbind();
            throw new SignInRefusal(Reason.PROVIDER_UNREACHABLE, "The directory gives no answer in time");
        }
        connections.add(connection);
        return connection;
    }

    @Override
    public void close() {
        end.cancel(false);
        stop();
    }

    private synchronized void stop() {
        over = true;
        connections.forEach(LDAPConnection::closeWithoutUnbind);
        connections.clear();
    }
}
