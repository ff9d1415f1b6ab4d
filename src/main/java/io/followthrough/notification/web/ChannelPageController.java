package io.followthrough.notification.web;

import io.followthrough.notification.channel.Channel;
import io.followthrough.notification.channel.ChannelKind;
import io.followthrough.notification.channel.Channels;
import io.followthrough.platform.InvalidInputException;
import io.followthrough.team.Team;
import io.followthrough.team.Teams;
import java.security.Principal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where administrators say which channels are told, and see what did not arrive. */
@Controller
class ChannelPageController {

    private static final String PAGE = "/admin/channels";
    private static final String BACK = "redirect:" + PAGE;

    private final Channels channels;
    private final Teams teams;

    ChannelPageController(Channels channels, Teams teams) {
        this.channels = channels;
        this.teams = teams;
    }

    @GetMapping(PAGE)
    String list(Principal reader, Model model) {
        model.addAttribute("channels", channels.all(reader.getName()));
        model.addAttribute("deliveries", channels.deliveries(reader.getName()));
        List<Team> all = teams.all();
        model.addAttribute("teams", all);
        model.addAttribute("teamNames", all.stream().collect(Collectors.toMap(Team::id, Team::name)));
        return "notification/channels";
    }

    @PostMapping(PAGE)
    String open(
            @RequestParam ChannelKind kind,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(required = false) @Nullable Long team,
            Principal actor,
            RedirectAttributes flash) {
        try {
            Channel channel = channels.open(kind, name, url, team, actor.getName());
            flash.addFlashAttribute("done", channel.name() + " is open.");
            if (!channel.secret().isEmpty()) {
                flash.addFlashAttribute("secret", channel.secret());
            }
        } catch (InvalidInputException refusal) {
            flash.addFlashAttribute("problem", refusal.getMessage());
        }
        return BACK;
    }

    @PostMapping(PAGE + "/test")
    String test(@RequestParam long channel, Principal actor, RedirectAttributes flash) {
        channels.test(channel, actor.getName());
        flash.addFlashAttribute("done", "A test is on its way; below you see whether it arrived.");
        return BACK;
    }

    @PostMapping(PAGE + "/close")
    String close(@RequestParam long channel, Principal actor, RedirectAttributes flash) {
        channels.close(channel, actor.getName());
        flash.addFlashAttribute("done", "The channel is closed.");
        return BACK;
    }

    @PostMapping(PAGE + "/retry")
    String retry(
            @RequestParam long delivery,
            @RequestParam(defaultValue = "") String back,
            Principal actor,
            RedirectAttributes flash) {
        channels.retry(delivery, actor.getName());
        flash.addFlashAttribute("done", "It is tried again now.");
        return back.equals("operations") ? "redirect:/operations" : BACK;
    }
}
