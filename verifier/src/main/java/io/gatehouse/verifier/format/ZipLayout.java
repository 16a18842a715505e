package io.gatehouse.verifier.format;

import io.gatehouse.verifier.encoding.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the files of an export's ZIP lie. They must fill it from its first byte to its directory, and what is said of each must
 * be the same before it and in the directory: otherwise another program would find something else than what is proven.
 */
final class ZipLayout {

    private static final int LOCAL = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int LOCAL_LENGTH = 30;
    /** Sizes follow the content. */
    private static final int STREAMED = 1 << 3;

    private static final int UTF8_NAMES = 1 << 11;
    private static final int DEFLATED = 8;

    private final FileChannel file;

    private ZipLayout(FileChannel file) {
        this.file = file;
    }

    /** The files in the order in which they lie. */
    static List<ZipMember> read(FileChannel file) throws IOException, MalformedException {
        return new ZipLayout(file).members();
    }

    private List<ZipMember> members() throws IOException, MalformedException {
        ZipEnd end = ZipEnd.read(file);
        ByteBuffer directory = bytes(file, end.at(), (int) end.length());
        List<ZipMember> members = new ArrayList<>();
        long at = 0;
        for (long i = 0; i < end.count(); i++) {
            ZipMember member = ZipMember.read(directory, at);
            at = endOf(member);
            members.add(member);
        }
        if (directory.hasRemaining() || at != end.at()) {
            throw new MalformedException("the ZIP has something in it that belongs to none of its files");
        }
        return members;
    }

    /** Compares what stands before and after the content with the directory. */
    private long endOf(ZipMember member) throws IOException, MalformedException {
        byte[] name = member.name().getBytes(StandardCharsets.UTF_8);
        boolean streamed = (member.flags() & STREAMED) != 0;
        ByteBuffer local = bytes(file, member.header(), LOCAL_LENGTH + name.length);
        boolean same = local.getInt(0) == LOCAL
                && local.getShort(6) == member.flags()
                && local.getShort(8) == member.method()
                && local.getInt(14) == (streamed ? 0 : member.crc())
                && local.getInt(18) == (streamed ? 0 : (int) member.compressed())
                && local.getInt(22) == (streamed ? 0 : (int) member.size())
                && local.getShort(26) == name.length
                && local.getShort(28) == 0
                && local.slice(LOCAL_LENGTH, name.length).equals(ByteBuffer.wrap(name));
        if (!same || member.method() != DEFLATED || (member.flags() & ~(STREAMED | UTF8_NAMES)) != 0) {
            throw differs(member);
        }
        long end = member.content() + member.compressed();
        return streamed ? end + descriptor(member, end) : end;
    }

    private int descriptor(ZipMember member, long at) throws IOException, MalformedException {
        ByteBuffer expected = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        expected.putInt(DESCRIPTOR).putInt(member.crc());
        if (member.compressed() >= ZipEnd.ELSEWHERE || member.size() >= ZipEnd.ELSEWHERE) {
            expected.putLong(member.compressed()).putLong(member.size());
        } else {
            expected.putInt((int) member.compressed()).putInt((int) member.size());
        }
        expected.flip();
        if (!bytes(file, at, expected.limit()).equals(expected)) {
            throw differs(member);
        }
        return expected.limit();
    }

    private static MalformedException differs(ZipMember member) {
        return new MalformedException("the ZIP does not say of " + member.name()
                + " the same as its directory, or in a way that the server does not use");
    }

    static ByteBuffer bytes(FileChannel file, long at, int length) throws IOException, MalformedException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (at < 0 || file.read(bytes, at + bytes.position()) < 0) {
                throw ZipEnd.broken();
            }
        }
        return bytes.flip();
    }
}
