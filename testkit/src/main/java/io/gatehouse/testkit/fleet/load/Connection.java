package io.gatehouse.testkit.fleet.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept HTTP/1.1 connection, plain and blocking: a general client would take the larger part of the two cores that the
 * server under test also runs on. One thread at a time may use it.
 */
final class Connection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int LONGEST_LINE = 16_384;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private boolean reusable = true;

    /** One answer; {@code headBytes} is what its status line and headers took. */
    record Reply(int status, String contentEncoding, byte[] body, int headBytes) {}

    private Connection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream(), 8192);
        this.out = socket.getOutputStream();
    }

    static Connection open(URI base) throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), TIMEOUT_MILLIS);
        return new Connection(socket);
    }

    boolean reusable() {
        return reusable;
    }

    /** Sends a request whose head is ready but for its length, and reads the whole answer. */
    Reply post(String head, byte[] body) throws IOException {
        byte[] headBytes = (head + "Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[headBytes.length + body.length];
        System.arraycopy(headBytes, 0, all, 0, headBytes.length);
        System.arraycopy(body, 0, all, headBytes.length, body.length);
        reusable = false;
        out.write(all);
        return read();
    }

    private Reply read() throws IOException {
        String statusLine = line();
        int headBytes = statusLine.length() + 2;
        int length = 0;
        boolean chunked = false;
        boolean keep = true;
        String encoding = "";
        for (String line = line(); !line.isEmpty(); line = line()) {
            headBytes += line.length() + 2;
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "content-encoding" -> encoding = value;
                case "connection" -> keep = !value.equalsIgnoreCase("close");
                default -> {}
            }
        }
        byte[] body = chunked ? chunks() : in.readNBytes(length);
        reusable = keep;
        return new Reply(Integer.parseInt(statusLine.substring(9, 12)), encoding, body, headBytes + 2);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        String line = line();
        int end = line.indexOf(';');
        return Integer.parseInt(end < 0 ? line : line.substring(0, end), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0 || line.length() > LONGEST_LINE) {
                throw new EOFException("connection closed inside an answer");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
