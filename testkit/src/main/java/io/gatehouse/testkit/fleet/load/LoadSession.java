package io.gatehouse.testkit.fleet.load;

import io.gatehouse.testkit.fleet.wire.Message;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One worker of a run: a connection, a packer, and the stages of a sync one after the other. */
final class LoadSession implements AutoCloseable {
    private final LoadDevices devices;
    private final LoadWire wire;
    private final boolean connectionPerSync;
    private final LoadReport report;
    private final Packer packer = new Packer();
    private @Nullable Connection connection;

    LoadSession(LoadDevices devices, LoadWire wire, boolean connectionPerSync, LoadReport report) {
        this.devices = devices;
        this.wire = wire;
        this.connectionPerSync = connectionPerSync;
        this.report = report;
    }

    void sync(int device) throws IOException {
        if (connectionPerSync) {
            disconnect();
        }
        Message answer = exchange(device, "preflight", devices.preflight(device), "PreflightResponse");
        String type = answer.choice("sync_type");
        List<Message> download = download(device);
        devices.take(device, type.startsWith("CLEAN"), download);
        report.rules(download.size());
        exchange(device, "postflight", postflight(device, type, download.size()), "PostflightResponse");
    }

    private Message postflight(int device, String type, int rules) {
        return Message.of("PostflightRequest")
                .number("rules_received", rules)
                .number("rules_processed", rules)
                .text("machine_id", devices.machineId(device))
                .choice("sync_type", type.isEmpty() ? "NORMAL" : type)
                .text("rules_hash", devices.rules(device).hash());
    }

    private List<Message> download(int device) throws IOException {
        List<Message> rules = new ArrayList<>();
        String cursor = "";
        do {
            Message request = Message.of("RuleDownloadRequest")
                    .text("cursor", cursor)
                    .text("machine_id", devices.machineId(device));
            Message page = exchange(device, "ruledownload", request, "RuleDownloadResponse");
            rules.addAll(page.messages("rules"));
            cursor = page.text("cursor");
        } while (!cursor.isEmpty());
        return rules;
    }

    /** Uploads a body that is encoded and packed already. */
    void upload(int device, byte[] body) throws IOException {
        post(device, "eventupload", body);
    }

    private Message exchange(int device, String stage, Message message, String answer) throws IOException {
        byte[] encoded = wire.encode(message);
        return wire.decode(answer, post(device, stage, wire.packed() ? packer.pack(encoded) : encoded));
    }

    private Connection.Reply post(int device, String stage, byte[] body) throws IOException {
        Connection open = connect(devices.syncBaseUrl(device));
        long start = System.nanoTime();
        Connection.Reply reply = open.post(head(device, stage), body);
        report.request(stage, System.nanoTime() - start, body.length, reply);
        if (!open.reusable()) {
            disconnect();
        }
        if (reply.status() != 200) {
            throw new IOException(stage + " answered " + reply.status());
        }
        return reply;
    }

    private String head(int device, String stage) {
        URI base = devices.syncBaseUrl(device);
        String path = base.getRawPath();
        return "POST " + path + (path.endsWith("/") ? "" : "/") + stage + "/" + devices.machineId(device)
                + " HTTP/1.1\r\n"
                + "Host: " + base.getAuthority() + "\r\n"
                + "User-Agent: santactl-sync/2026.7.1\r\n"
                + "Accept-Encoding: gzip, deflate\r\n"
                + "Content-Type: " + wire.format().contentType() + "\r\n"
                + (wire.packed() ? "Content-Encoding: deflate\r\n" : "");
    }

    private Connection connect(URI base) throws IOException {
        Connection open = connection;
        if (open == null) {
            open = Connection.open(base);
            connection = open;
        }
        return open;
    }

    /** Drops the connection; the next request opens another. */
    void disconnect() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                report.failure("closing: " + e);
            }
        }
    }

    @Override
    public void close() {
        disconnect();
        packer.close();
    }
}
