package io.followthrough.dashboard;

import io.followthrough.escalation.Decisions;
import io.followthrough.escalation.HandOvers;
import io.followthrough.platform.People;
import io.followthrough.platform.Role;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for whom. */
@Component
public class Desks {

    private static final int LISTED = 5;

    private final Dashboard dashboard;
    private final ItemBoard board;
    private final Decisions decisions;
    private final HandOvers handOvers;
    private final People people;

    Desks(Dashboard dashboard, ItemBoard board, Decisions decisions, HandOvers handOvers, People people) {
        this.dashboard = dashboard;
        this.board = board;
        this.decisions = decisions;
        this.handOvers = handOvers;
        this.people = people;
    }

    public Desk of(String person) {
        boolean reviewer =
                people.find(person).filter(found -> found.is(Role.REVIEWER)).isPresent();
        ItemFilter own = new ItemFilter("open", false, person, "", "", "", "due");
        List<ItemRow> items = board.find(own, 0, LISTED);
        return new Desk(
                decisions.openOf(person).stream()
                        .limit(LISTED)
                        .map(question -> board.get(question.actionItem()))
                        .toList(),
                handOvers.pendingFor(person).stream()
                        .limit(LISTED)
                        .map(offer -> board.get(offer.actionItem()))
                        .toList(),
                reviewer ? dashboard.waitingForReview(person, LISTED) : List.of(),
                dashboard.drafts(person, LISTED),
                items,
                items.size() < LISTED ? 0 : board.count(own) - LISTED);
    }
}
