package org.genevagraph.query.federation;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** The addresses that are not of the public network: this machine, its neighbours, and what nobody should be asked at. */
final class PrivateAddresses {
    /** IPv4 networks that the methods of {@link InetAddress} do not know: first bytes, and how many bits count. */
    private static final List<int[]> NETWORKS = List.of(
            new int[] {0, 0, 8}, new int[] {100, 64, 10}, new int[] {192, 0, 16}, new int[] {198, 18, 15}, new int[] {
                240, 0, 4
            });

    private static final int BYTES_OF_4 = 4;
    private static final int BYTE = 0xff;
    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int UNIQUE_LOCAL_MASK = 0xfe;

    private PrivateAddresses() {}

    /** Whether it is one. */
    static boolean contains(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            int start = ((bytes[0] & BYTE) << Byte.SIZE) | (bytes[1] & BYTE);
            return NETWORKS.stream().anyMatch(network -> {
                int shift = 2 * Byte.SIZE - network[2];
                return start >> shift == ((network[0] << Byte.SIZE) | network[1]) >> shift;
            });
        }
        return (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL || leadsToIPv4(bytes);
    }

    /** Whether a translator makes a private IPv4 address of it: 64:ff9b::/96, ::/96, and 2002::/16. */
    private static boolean leadsToIPv4(byte[] bytes) {
        byte[] head = Arrays.copyOf(bytes, bytes.length - BYTES_OF_4);
        byte[] translated = new byte[head.length];
        boolean compatible = Arrays.equals(head, translated);
        translated[1] = 0x64;
        translated[2] = (byte) 0xff;
        translated[3] = (byte) 0x9b;
        if (compatible || Arrays.equals(head, translated)) {
            return contains4(Arrays.copyOfRange(bytes, head.length, bytes.length));
        }
        return bytes[0] == 0x20 && bytes[1] == 0x02 && contains4(Arrays.copyOfRange(bytes, 2, 2 + BYTES_OF_4));
    }

    private static boolean contains4(byte[] bytes) {
        try {
            return contains(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not four bytes", e);
        }
    }
}
