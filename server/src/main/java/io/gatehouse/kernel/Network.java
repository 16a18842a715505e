package io.gatehouse.kernel;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A range of IP addresses, IPv4 or IPv6.
 *
 * @param address any address in it
 * @param bits length of the prefix that all its addresses share
 */
public record Network(InetAddress address, int bits) {

    public Network {
        int longest = address.getAddress().length * Byte.SIZE;
        if (bits < 0 || bits > longest) {
            throw new IllegalArgumentException("A prefix of " + address + " must have 0 to " + longest + " bits");
        }
    }

    /**
     * Reads a range as {@code 10.0.0.0/8}, or a single address.
     *
     * @throws IllegalArgumentException when it is neither; names are not looked up
     */
    public static Network parse(String text) {
        String[] parts = text.strip().split("/", -1);
        InetAddress address = InetAddress.ofLiteral(parts[0]);
        if (parts.length == 1) {
            return new Network(address, address.getAddress().length * Byte.SIZE);
        }
        if (parts.length != 2 || !parts[1].matches("\\d{1,3}")) {
            throw new IllegalArgumentException(text + " must be an address or a range such as 10.0.0.0/8");
        }
        return new Network(address, Integer.parseInt(parts[1]));
    }

    /** Whether the address lies in the range. */
    public boolean contains(InetAddress other) {
        byte[] mine = address.getAddress();
        byte[] theirs = other.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        int whole = bits / Byte.SIZE;
        int shift = Byte.SIZE - bits % Byte.SIZE;
        return Arrays.equals(mine, 0, whole, theirs, 0, whole)
                && (shift == Byte.SIZE || (mine[whole] & 0xff) >> shift == (theirs[whole] & 0xff) >> shift);
    }

    /** Whether all of the other range lies in this one. */
    public boolean contains(Network other) {
        return bits <= other.bits && contains(other.address);
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + bits;
    }
}
