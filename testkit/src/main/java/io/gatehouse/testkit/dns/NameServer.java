package io.gatehouse.testkit.dns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;

/** Answers questions for TXT records on loopback, by UDP; knows no other names than it was told. */
public final class NameServer implements AutoCloseable {

    private static final int LARGEST = 4096;
    private static final int SECONDS = 60;

    private final DatagramSocket socket;
    private final Map<String, List<String>> texts = new ConcurrentHashMap<>();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();

    private NameServer(DatagramSocket socket) {
        this.socket = socket;
    }

    /** Starts one on a free port. */
    public static NameServer start() {
        try {
            NameServer server = new NameServer(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().name("name-server").start(server::serve);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port that it answers on. */
    public int port() {
        return socket.getLocalPort();
    }

    /** From now on these texts stand under the name, and no others. */
    public void put(String name, String... values) {
        texts.put(name.toLowerCase(Locale.ROOT), List.of(values));
    }

    /** From now on questions for the name fail. */
    public void fail(String name) {
        broken.add(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        byte[] buffer = new byte[LARGEST];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                byte[] answer = answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength())))
                        .toWire();
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                // A damaged question gets no answer; a closed socket ends the loop.
            }
        }
    }

    private Message answer(Message question) {
        Message answer = new Message(question.getHeader().getID());
        Record asked = question.getQuestion();
        String name = asked.getName().toString(true).toLowerCase(Locale.ROOT);
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(asked, Section.QUESTION);
        List<String> known = texts.get(name);
        if (broken.contains(name)) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
        } else if (known == null) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        } else {
            known.forEach(
                    text -> answer.addRecord(new TXTRecord(asked.getName(), DClass.IN, SECONDS, text), Section.ANSWER));
        }
        return answer;
    }
}
