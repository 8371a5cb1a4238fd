package org.genevagraph.serve.monitor;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** How much of a client's address is written down, in the spelling of the command line. */
public enum Addresses {
    /** The network only: of IPv4 three bytes, of IPv6 six, as many share them. */
    truncated,
    /** All of it. */
    whole,
    /** Nothing. */
    none;

    private static final int KEPT_OF_IPV4 = 3;
    private static final int KEPT_OF_IPV6 = 6;

    /** What is written of an address; empty if nothing, or if it is not known. */
    String of(InetAddress address) {
        if (address == null || this == none) {
            return "";
        }
        if (this == whole) {
            return address.getHostAddress();
        }
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, address instanceof Inet4Address ? KEPT_OF_IPV4 : KEPT_OF_IPV6, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
