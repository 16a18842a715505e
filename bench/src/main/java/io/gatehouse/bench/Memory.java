package io.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Watches the resident memory of a process and keeps the highest reading. */
final class Memory implements AutoCloseable {

    private final AtomicLong highest = new AtomicLong();
    private final Thread watcher;

    Memory(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        this.watcher = Thread.ofPlatform().daemon().name("memory").start(() -> watch(status));
    }

    /** In mebibytes. */
    long highest() {
        return highest.get() / 1024;
    }

    private void watch(Path status) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .forEach(now -> highest.accumulateAndGet(now, Math::max));
                TimeUnit.MILLISECONDS.sleep(250);
            }
        } catch (IOException e) {
            // The process has ended: the highest reading stays.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
