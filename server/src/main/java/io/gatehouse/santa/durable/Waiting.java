package io.gatehouse.santa.durable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An item whose bringer waits until it is durable. */
record Waiting<T>(T item, int weight, CompletableFuture<Boolean> durable) {

    Waiting(T item, int weight) {
        this(item, weight, new CompletableFuture<>());
    }

    void done() {
        durable.complete(true);
    }

    void failed(Throwable cause) {
        durable.completeExceptionally(cause);
    }

    void await(Duration patience) {
        try {
            durable.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new BusyException("The database took too long", e);
        } catch (ExecutionException e) {
            throw new BusyException("The database refused", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException("The server is stopping", e);
        }
    }
}
