package io.followthrough.notification.channel;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Keeps channels from being used to reach what only this machine can reach. A host is looked up once, what was looked up
 * is checked, and the connection goes there and nowhere else.
 */
class AddressGuard {

    private static final int HTTPS = 443;

    private final List<String> allowed;
    private final List<String> trusted;

    AddressGuard(List<String> allowedHosts, List<String> trustedHosts) {
        this.allowed = lower(allowedHosts);
        this.trusted = lower(trustedHosts);
    }

    private static List<String> lower(List<String> hosts) {
        return hosts.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).toList();
    }

    /** Why a channel may not lead there, for people; empty when it may. */
    Optional<String> objection(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.of("That is no address.");
        }
        String host = uri.getHost();
        if (host == null || uri.getScheme() == null) {
            return Optional.of("That is no address: it begins with https:// and a host.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return Optional.of("An address has no name, password or fragment in it.");
        }
        String name = host.toLowerCase(Locale.ROOT);
        if (isTrusted(name, uri)) {
            return Optional.empty();
        }
        if (!uri.getScheme().equalsIgnoreCase("https")) {
            return Optional.of("Only https:// leads to a channel.");
        }
        if (uri.getPort() != -1 && uri.getPort() != HTTPS) {
            return Optional.of("Only the port of HTTPS, 443, leads to a channel.");
        }
        return allowed.stream().anyMatch(pattern -> covers(pattern, name))
                ? Optional.empty()
                : Optional.of(name + " is not among the hosts that channels may lead to; see"
                        + " FOLLOWTHROUGH_CHANNELS_ALLOWED_HOSTS.");
    }

    private boolean isTrusted(String name, URI uri) {
        boolean web =
                uri.getScheme().equalsIgnoreCase("https") || uri.getScheme().equalsIgnoreCase("http");
        return web && trusted.contains(name + ":" + port(uri));
    }

    private static int port(URI uri) {
        if (uri.getPort() != -1) {
            return uri.getPort();
        }
        return uri.getScheme().equalsIgnoreCase("https") ? HTTPS : 80;
    }

    private static boolean covers(String pattern, String name) {
        return pattern.startsWith("*.") ? name.endsWith(pattern.substring(1)) : name.equals(pattern);
    }

    /**
     * Looks a host up.
     *
     * @throws ForbiddenAddressException when one of its addresses is not on the public internet
     */
    InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        String name = host.toLowerCase(Locale.ROOT);
        boolean ownNetwork = trusted.stream().anyMatch(entry -> entry.startsWith(name + ":"));
        if (!ownNetwork && !Arrays.stream(found).allMatch(AddressGuard::isPublic)) {
            throw new ForbiddenAddressException(host + " leads into a private network.");
        }
        return found;
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return address instanceof Inet4Address
                ? isPublic4(first, second, bytes[2] & 0xff)
                : isPublic6(first, second, bytes);
    }

    private static boolean isPublic4(int first, int second, int third) {
        boolean sharedOrThis = first == 0 || first == 100 && second >= 64 && second <= 127;
        boolean special = first == 192 && second == 0 && third == 0 || first == 198 && (second == 18 || second == 19);
        return !sharedOrThis && !special && first < 224;
    }

    /** Global unicast is 2000::/3; inside it, addresses that wrap an IPv4 address could wrap a private one. */
    private static boolean isPublic6(int first, int second, byte[] bytes) {
        boolean global = (first & 0xe0) == 0x20;
        boolean sixToFour = first == 0x20 && second == 0x02;
        boolean teredo = first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0;
        return global && !sixToFour && !teredo;
    }

    /** A host that may be told turned out to be at a place that may not be. */
    static class ForbiddenAddressException extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        ForbiddenAddressException(String message) {
            super(message);
        }
    }
}
