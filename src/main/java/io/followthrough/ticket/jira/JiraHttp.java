package io.followthrough.ticket.jira;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The only place where a request leaves for Jira. Each call sends one request: no redirects, no repetition. The JDK's
 * client is named because others repeat even a POST after 429 and 503, which would make second tickets.
 */
class JiraHttp {

    private static final int LARGEST_ANSWER = 16_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Class<? extends Exception>> BEFORE_SENDING = Set.of(
            ConnectException.class,
            HttpConnectTimeoutException.class,
            UnknownHostException.class,
            UnresolvedAddressException.class,
            NoRouteToHostException.class,
            SSLHandshakeException.class);

    private final RestClient client;
    private final JiraGate gate;

    /** Calls in the dialect, as the account of the settings, while the gate is open. */
    JiraHttp(JiraAccess access, JiraDialect dialect, JiraGate gate) {
        this(access, dialect.apiPath(), headers -> dialect.identify(headers, access), gate);
    }

    JiraHttp(JiraAccess access, String apiPath, Consumer<HttpHeaders> identification, JiraGate gate) {
        this.gate = gate;
        HttpClient jdk = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(access.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(jdk);
        factory.setReadTimeout(access.readTimeout());
        client = RestClient.builder()
                .requestFactory(factory)
                .baseUrl(access.baseUrl() + apiPath)
                .defaultHeaders(headers -> {
                    identification.accept(headers);
                    headers.set(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
                    headers.set(HttpHeaders.ACCEPT_LANGUAGE, "en");
                    headers.set(HttpHeaders.USER_AGENT, "Followthrough");
                })
                .build();
    }

    JiraReply get(String path, Object... variables) {
        return send(HttpMethod.GET, null, path, variables);
    }

    JiraReply post(JsonNode body, String path, Object... variables) {
        return send(HttpMethod.POST, body, path, variables);
    }

    JiraReply put(JsonNode body, String path, Object... variables) {
        return send(HttpMethod.PUT, body, path, variables);
    }

    private JiraReply send(HttpMethod method, @Nullable JsonNode body, String path, Object... variables) {
        JiraReply held = gate.held();
        if (held != null) {
            return held;
        }
        JiraReply reply = exchange(method, body, path, variables);
        // Before anybody else can act on it, so that nobody calls who could have known.
        gate.note(reply);
        return reply;
    }

    private JiraReply exchange(HttpMethod method, @Nullable JsonNode body, String path, Object... variables) {
        try {
            RestClient.RequestBodySpec request = client.method(method).uri(path, variables);
            if (body != null) {
                request.contentType(MediaType.APPLICATION_JSON)
                        .body(body.toString().getBytes(StandardCharsets.UTF_8));
            }
            JiraReply reply = request.exchange((sent, answer) -> read(answer));
            return reply == null ? new JiraReply.Lost("no answer") : reply;
        } catch (ResourceAccessException e) {
            return failure(e);
        } catch (RestClientException e) {
            return new JiraReply.Lost(reason(e));
        }
    }

    private static JiraReply read(ClientHttpResponse answer) throws IOException {
        byte[] body = answer.getBody().readNBytes(LARGEST_ANSWER);
        return new JiraReply.Answered(answer.getStatusCode().value(), answer.getHeaders(), parse(body));
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JiraReply failure(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            for (Class<? extends Exception> kind : BEFORE_SENDING) {
                if (kind.isInstance(cause)) {
                    return new JiraReply.NotSent(reason(cause));
                }
            }
        }
        return new JiraReply.Lost(reason(e));
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String name = cause.getClass().getSimpleName();
        return cause.getMessage() == null ? name : name + ": " + cause.getMessage();
    }
}
