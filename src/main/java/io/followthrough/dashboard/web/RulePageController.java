package io.followthrough.dashboard.web;

import io.followthrough.document.DocumentReader;
import io.followthrough.document.RuleCatalogue;
import io.followthrough.document.RuleText;
import io.followthrough.document.Severity;
import io.followthrough.platform.NotFoundException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The rules that documents are held to, as they weigh in this installation. */
@Controller
class RulePageController {

    private static final String OFF = "off";

    private final DocumentReader reader;

    RulePageController(DocumentReader reader) {
        this.reader = reader;
    }

    @GetMapping("/rules")
    String list(Model model) {
        Map<String, String> weights = new LinkedHashMap<>();
        RuleCatalogue.all().forEach(rule -> weights.put(rule.id(), weight(rule)));
        model.addAttribute("groups", RuleCatalogue.groups());
        model.addAttribute("weights", weights);
        return "rules/list";
    }

    @GetMapping("/rules/{id}")
    String rule(@PathVariable String id, Model model) {
        RuleText rule = RuleCatalogue.named(id)
                .orElseThrow(() -> new NotFoundException("There is no rule \"" + id + "\"; /rules lists them all."));
        model.addAttribute("rule", rule);
        model.addAttribute("weight", weight(rule));
        model.addAttribute("standard", rule.severity().name().toLowerCase(Locale.ROOT));
        return "rules/rule";
    }

    private String weight(RuleText rule) {
        return reader.severityOf(rule.id()).map(Severity::name).orElse(OFF).toLowerCase(Locale.ROOT);
    }
}
