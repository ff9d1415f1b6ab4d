package io.followthrough.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private final AddressGuard guard =
            new AddressGuard(List.of("hooks.slack.com", "*.logic.azure.com"), List.of("Chat.corp.example:8443"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.slack.com/services/T/B/x",
                "https://HOOKS.slack.com:443/services",
                "https://prod-01.westeurope.logic.azure.com/workflows?sig=a",
                "http://chat.corp.example:8443/hooks/a",
                "https://chat.corp.example:8443/hooks/a"
            })
    void allowsWhatTheSettingsName(String url) {
        assertThat(guard.objection(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.slack.com/services",
                "https://hooks.slack.com:8443/services",
                "https://hooks.slack.com.evil.example/services",
                "https://logic.azure.com.evil.example/",
                "https://evillogic.azure.com/",
                "https://hooks.slack.com@evil.example/",
                "https://evil.example#@hooks.slack.com/",
                "https://evil.example\\@hooks.slack.com/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/",
                "https://chat.corp.example/hooks",
                "ftp://chat.corp.example:8443/",
                "file:///etc/passwd",
                "gopher://hooks.slack.com/",
                "hooks.slack.com",
                "https:///services",
                "no address",
                ""
            })
    void refusesEverythingElse(String url) {
        assertThat(guard.objection(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::1",
                "2001:0:1::1",
                "::127.0.0.1"
            })
    void takesNoPrivateAddressForAPublicOne(String address) throws Exception {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.63.0.1", "100.128.0.1", "172.32.0.1", "192.0.1.1", "2606:4700::1111"})
    void takesPublicAddressesForWhatTheyAre(String address) throws Exception {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void looksUpPrivateAddressesOfItsOwnNetworkOnly() throws Exception {
        assertThatThrownBy(() -> guard.resolve("localhost")).isInstanceOf(AddressGuard.ForbiddenAddressException.class);
        assertThat(new AddressGuard(List.of(), List.of("localhost:80")).resolve("localhost"))
                .isNotEmpty();
    }
}
