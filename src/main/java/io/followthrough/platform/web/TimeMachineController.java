package io.followthrough.platform.web;

import io.followthrough.platform.InvalidInputException;
import io.followthrough.platform.TimeMachine;
import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The two buttons of the time machine. */
@Controller
class TimeMachineController {

    private static final Set<Integer> DAYS = Set.of(1, 7);

    private final TimeMachine timeMachine;

    TimeMachineController(TimeMachine timeMachine) {
        this.timeMachine = timeMachine;
    }

    @PostMapping("/time-machine/advance")
    String advance(@RequestParam int days, @RequestParam(defaultValue = "/") String back) {
        if (!DAYS.contains(days)) {
            throw new InvalidInputException("The time machine moves 1 day or 7 days.");
        }
        timeMachine.advance(Duration.ofDays(days));
        return "redirect:" + (isOwnPath(back) ? back : "/");
    }

    /** Only a path of ours: {@code //elsewhere} and {@code /\elsewhere} would leave the site. */
    private static boolean isOwnPath(String path) {
        return path.matches("/|/[A-Za-z0-9][A-Za-z0-9/_.~-]*");
    }
}
