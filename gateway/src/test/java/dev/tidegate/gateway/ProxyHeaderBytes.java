package dev.tidegate.gateway;

import dev.tidegate.address.AddressLiteral;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// PROXY headers as senders write them. Source: "The PROXY protocol", §2.1 and §2.2.
final class ProxyHeaderBytes {

    private static final byte[] SIGNATURE = HexFormat.of().parseHex("0d0a0d0a000d0a515549540a");

    private ProxyHeaderBytes() {}

    /// Shape: a line of version 1, or `v2` and `LOCAL`, `UNSPEC`, `UNIX`, or `TCP4` or `TCP6` with source, destination
    /// and their ports → the bytes. Version 2 comes with a TLV that nobody knows.
    static byte[] of(String header) {
        if (!header.startsWith("v2 ")) {
            return (header + "\r\n").getBytes(StandardCharsets.US_ASCII);
        }
        String[] words = header.split(" ");
        byte[] unknownTlv = {(byte) 0xEE, 0, 3, 'x', 'y', 'z'};
        return switch (words[1]) {
            case "LOCAL" -> v2(0x20, 0x00);
            case "UNSPEC" -> v2(0x21, 0x00, unknownTlv);
            case "UNIX" -> v2(0x21, 0x31, new byte[216], unknownTlv);
            case "TCP4" -> v2(0x21, 0x11, address(words[2], 4), address(words[3], 4), ports(words), unknownTlv);
            case "TCP6" -> v2(0x21, 0x21, address(words[2], 16), address(words[3], 16), ports(words), unknownTlv);
            default -> throw new IllegalArgumentException(header);
        };
    }

    /// With as many bytes of TLVs: none of them means anything.
    static byte[] padded(int length) {
        byte[] noop = new byte[length];
        noop[0] = 0x04;
        noop[1] = (byte) ((length - 3) >> 8);
        noop[2] = (byte) (length - 3);
        return v2(0x21, 0x11, new byte[12], noop);
    }

    static byte[] v2(int versionAndCommand, int family, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(SIGNATURE);
        bytes.write(versionAndCommand);
        bytes.write(family);
        bytes.write(length >> 8);
        bytes.write(length);
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    private static byte[] address(String text, int length) {
        byte[] address = AddressLiteral.parse(text);
        if (address == null || (length == 4 && address.length != 4)) {
            throw new IllegalArgumentException(text);
        }
        if (address.length == length) {
            return address;
        }
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xff;
        mapped[11] = (byte) 0xff;
        System.arraycopy(address, 0, mapped, 12, 4);
        return mapped;
    }

    private static byte[] ports(String[] words) {
        int source = Integer.parseInt(words[4]);
        int destination = Integer.parseInt(words[5]);
        return new byte[] {(byte) (source >> 8), (byte) source, (byte) (destination >> 8), (byte) destination};
    }
}
