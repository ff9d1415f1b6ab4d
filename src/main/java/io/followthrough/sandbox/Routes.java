package io.followthrough.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which call is answered by what; {@code {}} in a path stands for one segment. */
class Routes {

    private final List<Route> routes = new ArrayList<>();

    Routes on(String method, String path, Handler handler) {
        String pattern = Pattern.quote(path).replace("{}", "\\E([^/]+)\\Q");
        routes.add(new Route(method, Pattern.compile(pattern), handler));
        return this;
    }

    Answer answer(Call call) {
        boolean known = false;
        for (Route route : routes) {
            Matcher path = route.path.matcher(call.path());
            if (path.matches()) {
                known = true;
                if (route.method.equals(call.method())) {
                    return route.handler.answer(call, segments(path));
                }
            }
        }
        return known ? Answer.error(405, "Method not allowed.") : Answer.error(404, "dead link");
    }

    private static String[] segments(Matcher path) {
        String[] segments = new String[path.groupCount()];
        for (int i = 0; i < segments.length; i++) {
            segments[i] = path.group(i + 1);
        }
        return segments;
    }

    interface Handler {
        Answer answer(Call call, String[] segments);
    }

    private record Route(String method, Pattern path, Handler handler) {}
}
