package io.followthrough.notification.channel;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** The only place where a request leaves for a channel: one request a call, no redirects, no cookies, no repetition. */
class ChannelHttp implements AutoCloseable {

    private static final int SHOWN_BYTES = 200;

    private final CloseableHttpClient client;
    private final Duration longest;

    ChannelHttp(AddressGuard guard, Duration timeout) {
        Timeout wait = Timeout.of(timeout);
        this.longest = timeout.multipliedBy(3);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new DnsResolver() {
                            @Override
                            public InetAddress[] resolve(String host) throws UnknownHostException {
                                return guard.resolve(host);
                            }

                            @Override
                            public String resolveCanonicalHostname(String host) {
                                return host;
                            }
                        })
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(wait)
                                .setSocketTimeout(wait)
                                // A connection that is kept would skip the check of a name that leads elsewhere now.
                                .setTimeToLive(TimeValue.ofSeconds(1))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(wait)
                        .setConnectionRequestTimeout(wait)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .setUserAgent("Followthrough")
                .build();
    }

    /**
     * What came back.
     *
     * @param retryAfter as it was said, or null
     * @param words the beginning of the answer
     */
    record Answer(int status, @Nullable String retryAfter, String words) {}

    Answer post(String url, String body, Map<String, String> headers) throws IOException {
        HttpPost request = new HttpPost(url);
        headers.forEach(request::setHeader);
        request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
        // Time-outs are per read: somebody who answers a byte at a time could hold us for hours.
        CompletableFuture<Void> alarm = CompletableFuture.runAsync(
                request::abort, CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS));
        try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
            Header retryAfter = response.getFirstHeader("Retry-After");
            return new Answer(
                    response.getCode(),
                    retryAfter == null ? null : retryAfter.getValue(),
                    response.getCode() / 100 == 2 ? "" : beginning(response.getEntity()));
        } finally {
            alarm.cancel(false);
            // What is left of an answer is not waited for.
            request.abort();
        }
    }

    private static String beginning(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return "";
        }
        try (InputStream content = entity.getContent()) {
            return new String(content.readNBytes(SHOWN_BYTES), StandardCharsets.UTF_8)
                    .replaceAll("[\\s\\p{Cntrl}]+", " ")
                    .strip();
        }
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
