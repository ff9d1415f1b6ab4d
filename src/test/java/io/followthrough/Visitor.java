package io.followthrough;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the front door: keeps cookies like a browser, sends what a test tells it to, follows no redirect. */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final String BOUNDARY = "a-line-that-is-in-no-file";
    private static final String MULTIPART = "multipart/form-data; boundary=" + BOUNDARY;

    private final URI base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Visitor(URI base) {
        this.base = base;
    }

    /** From now on sends name and password with every request, as a script does. */
    public Visitor withBasic(String name, String password) {
        String credentials =
                Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
        return with("Authorization", "Basic " + credentials);
    }

    /** From now on sends this header with every request. */
    public Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Logs in by the login page. */
    public Visitor login(String name, String password) {
        HttpResponse<String> answer = postForm("/login", Map.of("username", name, "password", password));
        if (answer.headers().firstValue("location").orElse("/login?error").contains("/login")) {
            throw new AssertionError("Cannot log in as " + name + ": " + answer.statusCode());
        }
        return this;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Sends a form as a page does, with the token that protects it. */
    public HttpResponse<String> postForm(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrfToken());
        String body = all.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST", path, "application/x-www-form-urlencoded", body);
    }

    /** Sends JSON as a script does. */
    public HttpResponse<String> postJson(String path, String body) {
        return send("POST", path, "application/json", body);
    }

    /** Sends JSON to {@code /camunda/api} as the engine's web applications do. */
    public HttpResponse<String> callWebapp(String method, String path, String body) {
        if (cookie("XSRF-TOKEN") == null) {
            get("/camunda/app/tasklist/default/");
        }
        HttpRequest.Builder request = request("/camunda/api" + path).method(method, BodyPublishers.ofString(body));
        String token = cookie("XSRF-TOKEN");
        if (token != null) {
            request.header("X-XSRF-TOKEN", token);
        }
        return send(request.header("Content-Type", "application/json").header("Accept", "application/json"));
    }

    public HttpResponse<String> send(String method, String path, String contentType, String body) {
        return send(request(path).header("Content-Type", contentType).method(method, BodyPublishers.ofString(body)));
    }

    /** Sends bytes as they are. */
    public HttpResponse<String> send(String method, String path, String contentType, byte[] body) {
        return send(request(path).header("Content-Type", contentType).method(method, BodyPublishers.ofByteArray(body)));
    }

    /** Fetches bytes as they are. */
    public HttpResponse<byte[]> download(String path) {
        return send(request(path).GET(), BodyHandlers.ofByteArray());
    }

    /** Sends a form with a file as a script does. */
    public HttpResponse<String> sendFile(String method, String path, String name, String mediaType, byte[] content) {
        return send(method, path, MULTIPART, multipart(Map.of(), name, mediaType, content));
    }

    /** Sends a form with a file as a page does, with the token that protects it. */
    public HttpResponse<String> postForm(
            String path, Map<String, String> fields, String name, String mediaType, byte[] content) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrfToken());
        return send("POST", path, MULTIPART, multipart(all, name, mediaType, content));
    }

    private static byte[] multipart(Map<String, String> fields, String name, String mediaType, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((field, value) -> body.writeBytes(
                ("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, field, value))
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(
                ("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                                .formatted(BOUNDARY, name, mediaType))
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private String csrfToken() {
        Matcher token = CSRF.matcher(get("/login").body());
        if (!token.find()) {
            throw new AssertionError("The login page has no form token");
        }
        return token.group(1);
    }

    private String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(60));
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
