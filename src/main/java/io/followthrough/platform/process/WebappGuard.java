package io.followthrough.platform.process;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.followthrough.platform.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before what the engine's web applications expose of it. Nobody gets through to the set-up of a first admin
 * (CVE-2026-77226), to deployments, to starting processes at will, or with an expression in a query
 * (CVE-2026-109432); whoever is no admin reaches only what the Tasklist needs.
 */
class WebappGuard extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(WebappGuard.class);
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_BODY_BYTES = 4 * 1024 * 1024;
    private static final String ADMIN = "ROLE_" + Role.ADMIN;

    private static final List<Rule> NEVER = List.of(
            new Rule("[A-Z]+", "/api/admin/setup(/.*)?"),
            new Rule("[A-Z]+", "/app/[^/]+/[^/]+/setup(/.*)?"),
            new Rule("[A-Z]+", "/api/admin/auth/user/[^/]+/login(/.*)?"),
            new Rule("POST|PUT|DELETE|PATCH", "/api/engine/engine/[^/]+/deployment(/.*)?"),
            new Rule("[A-Z]+", "/api/engine/engine/[^/]+/process-definition/(.*/)?start"),
            new Rule("POST", "/api/engine/engine/[^/]+/process-definition/(.*/)?restart(-async)?"),
            new Rule("POST", "/api/engine/engine/[^/]+/task/create"));

    private static final List<Rule> TASKLIST = List.of(
            new Rule("GET", "/api/engine/engine/?"),
            engine("GET|POST|PUT|DELETE|OPTIONS", "filter(/.*)?"),
            engine("GET|OPTIONS", "task(/.*)?"),
            engine("POST", "task(/count)?"),
            engine("POST", "task/[^/]+/(claim|unclaim|complete|submit-form|comment/create)"),
            engine("GET|OPTIONS", "process-definition(/.*)?"),
            engine("POST", "process-definition/(key/)?[^/]+/submit-form"),
            engine("GET|POST|OPTIONS", "process-instance(/count)?"),
            engine("GET", "process-instance/[^/]+"),
            engine("GET|POST|OPTIONS", "variable-instance(/count)?"),
            engine(
                    "GET|POST",
                    "history/(task|user-operation|variable-instance|activity-instance|detail|process-instance"
                            + "|identity-link-log)(/count)?"),
            engine("GET", "execution(/.*)?"),
            engine("GET", "case-(definition|instance|execution)(/.*)?"),
            engine("GET|OPTIONS", "(user|group|tenant)(/.*)?"),
            engine("PUT", "user/[^/]+/(profile|credentials)"),
            engine("GET", "identity/groups"),
            engine("GET|POST", "identity/password-policy"),
            engine("GET", "authorization/check"),
            engine("GET", "version"),
            new Rule("GET", "/api/admin/auth/user/[^/]+"),
            new Rule("POST", "/api/admin/auth/user/[^/]+/logout"),
            new Rule("GET", "/api/(admin|tasklist|welcome|cockpit)/plugin/[^/]+/static/.*"),
            new Rule("GET|POST", "/api/tasklist/plugin/.*"),
            new Rule("GET", "/app/.*"));

    private record Rule(Pattern method, Pattern path) {

        Rule(String method, String path) {
            this(Pattern.compile(method), Pattern.compile(path));
        }

        boolean matches(String method, String path) {
            return this.method.matcher(method).matches()
                    && this.path.matcher(path).matches();
        }
    }

    private static Rule engine(String method, String resource) {
        return new Rule(method, "/api/engine/engine/[^/]+/" + resource);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = decodedPath(request);
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        if (any(NEVER, method, path) || !(request.isUserInRole(ADMIN) || any(TASKLIST, method, path))) {
            refuse(request, response, path);
        } else if (!path.startsWith("/api/")) {
            chain.doFilter(new OneNoncePerRequest(request), response);
        } else if (Collections.list(request.getParameterNames()).stream().anyMatch(WebappGuard::isExpression)) {
            refuse(request, response, path);
        } else if (hasText(request)) {
            filterBody(request, response, chain, path);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** As the servlets behind see it, so that no encoding hides anything, without {@code /camunda}. */
    private static String decodedPath(HttpServletRequest request) {
        String rest = request.getPathInfo();
        String path = request.getServletPath() + (rest == null ? "" : rest);
        return path.substring("/camunda".length());
    }

    private static boolean any(List<Rule> rules, String method, String path) {
        return rules.stream().anyMatch(rule -> rule.matches(method, path));
    }

    private static boolean isExpression(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith("expression");
    }

    /** Uploads are no queries; whatever else has a body is taken for JSON. */
    private static boolean hasText(HttpServletRequest request) {
        @Nullable String type = request.getContentType();
        boolean upload = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
        return !upload && (request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null);
    }

    private static void filterBody(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, String path)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(MAX_BODY_BYTES + 1);
        if (body.length > MAX_BODY_BYTES) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        try {
            if (namesAnExpression(body)) {
                refuse(request, response, path);
                return;
            }
        } catch (IOException notJson) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(new ReadRequest(request, body), response);
    }

    private static boolean namesAnExpression(byte[] body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && isExpression(parser.currentName())) {
                    return true;
                }
            }
            return false;
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, String path) {
        LOG.warn(
                "Refused at the web applications: user={} method={} path={}",
                request.getRemoteUser(),
                request.getMethod(),
                path);
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
    }
}
