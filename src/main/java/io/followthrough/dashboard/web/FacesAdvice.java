package io.followthrough.dashboard.web;

import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import java.util.List;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives our pages the people they name and offer for choice. */
@ControllerAdvice(
        assignableTypes = {
            DashboardPageController.class,
            PostmortemPageController.class,
            ActionItemPageController.class,
            AttentionPageController.class,
            OperationsPageController.class
        })
class FacesAdvice {

    private final People people;

    FacesAdvice(People people) {
        this.people = people;
    }

    @ModelAttribute
    void people(Model model) {
        List<Person> all = people.all();
        model.addAttribute("people", all);
        model.addAttribute("faces", Faces.of(all));
    }
}
