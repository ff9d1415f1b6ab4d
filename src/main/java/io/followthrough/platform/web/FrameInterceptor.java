package io.followthrough.platform.web;

import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import io.followthrough.platform.Role;
import io.followthrough.platform.RunMode;
import io.followthrough.platform.ShiftableClock;
import io.followthrough.platform.web.Frame.Link;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Gives every page the {@link Frame} it stands in, as {@code frame} in its model. */
@Component
class FrameInterceptor implements HandlerInterceptor {

    /** The sections that are not for everybody. */
    private static final String OPERATIONS = "/operations";

    private static final String ATTENTION = "/attention";

    private static final Map<String, String> NAVIGATION = new LinkedHashMap<>();

    static {
        NAVIGATION.put("/", "Dashboard");
        NAVIGATION.put("/postmortems", "Postmortems");
        NAVIGATION.put("/action-items", "Action items");
        NAVIGATION.put("/submit", "Submit");
        NAVIGATION.put("/camunda/app/tasklist/default/", "Tasklist");
        NAVIGATION.put("/messages", "Messages");
        NAVIGATION.put(ATTENTION, "Attention");
        NAVIGATION.put(OPERATIONS, "Operations");
    }

    private final RunMode runMode;
    private final People people;
    private final ShiftableClock clock;

    FrameInterceptor(RunMode runMode, People people, ShiftableClock clock) {
        this.runMode = runMode;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && page.getViewName() != null && !page.getViewName().startsWith("redirect:")) {
            page.addObject("frame", frame(request.getRequestURI(), request.getUserPrincipal()));
        }
    }

    private Frame frame(String path, @Nullable Principal principal) {
        Person person =
                principal == null ? null : people.find(principal.getName()).orElse(null);
        String section = NAVIGATION.keySet().stream()
                .filter(link -> path.equals(link) || path.startsWith(link + "/"))
                .reduce("", (one, other) -> one.length() > other.length() ? one : other);
        boolean inCharge = person != null && (person.is(Role.MANAGER) || person.is(Role.ADMIN));
        boolean attentive = inCharge || (person != null && person.is(Role.REVIEWER));
        List<Link> links = NAVIGATION.entrySet().stream()
                .filter(link -> inCharge || !link.getKey().equals(OPERATIONS))
                .filter(link -> attentive || !link.getKey().equals(ATTENTION))
                .map(link ->
                        new Link(link.getKey(), link.getValue(), link.getKey().equals(section)))
                .toList();
        return new Frame(
                runMode.tryIt(),
                person,
                path,
                links,
                clock.instant().atZone(ZoneOffset.UTC),
                clock.offset().toDays());
    }
}
