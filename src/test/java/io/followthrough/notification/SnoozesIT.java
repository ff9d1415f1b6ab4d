package io.followthrough.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.Visitor;
import io.followthrough.actionitem.ActionItemEdit;
import io.followthrough.actionitem.ActionItems;
import io.followthrough.platform.ConflictException;
import io.followthrough.platform.ForbiddenException;
import io.followthrough.platform.History;
import io.followthrough.platform.HistoryEntry;
import io.followthrough.platform.InvalidInputException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SnoozesIT extends WithAReader {

    @Autowired
    private Snoozes snoozes;

    @Autowired
    private ActionItems items;

    @Autowired
    private History history;

    @Test
    void leavesAnItemOutOfTheDigestUntilItsDayAndRemindsOfItThen() {
        String late = anItem("Watch the disks", day.minusDays(3));
        String other = anItem("Write it down", day.minusDays(1));
        notice(late, Todo.FOLLOW);
        snoozes.snooze(late, day.plusDays(2), "The vendor answers on Thursday", person);

        atNineOf(day);
        digests.sendDue();
        assertThat(messages()).as("nothing else is new").isEmpty();
        notice(other, Todo.FOLLOW);
        time.tickTo(time.now().plusSeconds(600));
        digests.sendDue();
        assertThat(text(0)).contains(other).doesNotContain(late);
        atNineOf(day.plusDays(1));
        digests.sendDue();
        assertThat(messages()).hasSize(1);
        atNineOf(day.plusDays(2));
        digests.sendDue();

        assertThat(messages()).hasSize(2);
        assertThat(text(1)).contains(late, "You put this off until today: The vendor answers on Thursday");
        assertThat(waiting()).isZero();
    }

    @Test
    void silencesNobodyElseAndNoDecision() {
        String own = anItem("Watch the disks", day.minusDays(3));
        String ofOthers = anItem("Write it down", day.minusDays(3));
        snoozes.snooze(own, day.plusDays(5), "Holiday", person);
        snoozes.snooze(ofOthers, day.plusDays(5), "Holiday", person);
        items.edit(ofOthers, new ActionItemEdit("author", null, null, null), "admin");
        notice(own, Todo.DECIDE);
        notice(ofOthers, Todo.FOLLOW);

        atNineOf(day);
        digests.sendDue();

        assertThat(text(0))
                .as("what they are to decide, and the item of somebody else they are to help with")
                .contains(own, ofOthers, "Late items of others");
        assertThat(snoozes.of(ofOthers, person)).isEmpty();
    }

    @Test
    void isBoundedAndOnlyForTheOwner() {
        String item = anItem("Watch the disks", day.minusDays(3));

        assertThatThrownBy(() -> snoozes.snooze(item, day.plusDays(1), "Later", "manager"))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> snoozes.snooze(item, day, "Later", person)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> snoozes.snooze(item, day.plusDays(15), "Later", person))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> snoozes.snooze(item, day.plusDays(1), " ", person))
                .isInstanceOf(InvalidInputException.class);
        for (int days = 1; days <= Snoozes.MOST; days++) {
            snoozes.snooze(item, day.plusDays(days), "Later", person);
        }
        assertThatThrownBy(() -> snoozes.snooze(item, day.plusDays(9), "Later", person))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("3 times");
        assertThat(waiting()).as("one reminder, for the last").isEqualTo(1);
    }

    @Test
    void isInTheHistoryAndCanBeTakenBack() {
        String item = anItem("Watch the disks", day.minusDays(3));
        snoozes.snooze(item, day.plusDays(3), "The vendor", person);

        snoozes.wake(item, person);
        snoozes.wake(item, person);

        assertThat(history.of(item)).extracting(HistoryEntry::action).containsExactly("snooze-ended", "snoozed");
        assertThat(waiting()).isZero();
    }

    @Test
    void worksByThePageAndTheApi() {
        String item = anItem("Watch the disks", day.plusDays(3));
        jdbc.update("update action_item set owner = 'author' where id = ?", item);
        Visitor author = visitor("author");
        assertThat(author.get("/action-items/" + item).body()).contains("Leave it out of my digest until");

        author.postForm(
                "/action-items/" + item + "/snooze",
                Map.of("until", day.plusDays(3).toString(), "reason", "The <vendor> answers"));

        assertThat(visitor("manager").get("/action-items/" + item).body())
                .contains("Not in the digest of Ann Author until", "The &lt;vendor&gt; answers")
                .doesNotContain("Show it again");
        String api = "/api/action-items/" + item + "/snooze";
        assertThat(script("author").get(api).body()).contains("\"until\":\"" + day.plusDays(3) + "\"");
        author.postForm("/action-items/" + item + "/wake", Map.of());
        assertThat(script("author").get(api).statusCode()).isEqualTo(404);
        assertThat(put(api, "{\"until\":\"" + day.plusDays(1) + "\"}")).isEqualTo(422);
        assertThat(put(api, "{\"until\":\"" + day.plusDays(1) + "\",\"reason\":\"x\"}"))
                .isEqualTo(200);
        assertThat(snoozes.of(item, "author")).isPresent();
    }

    @Test
    void worksByTheLinkOfTheDigestOnce() {
        String item = anItem("Watch the disks", day.plusDays(3));
        notice(item, Todo.FOLLOW);
        atNineOf(day);
        digests.sendDue();
        Matcher link = Pattern.compile("Not now: \\S+(/links/\\S+)").matcher(text(0));
        assertThat(link.find()).isTrue();
        Visitor reader = anybody();

        assertThat(reader.get(link.group(1)).body()).contains("at the latest", "Due date and ladder go on");
        Map<String, String> form =
                Map.of("due", day.plusDays(3).toString(), "reason", "The vendor answers on Thursday");
        assertThat(reader.postForm(link.group(1), form).body()).contains("is not in your digest until");
        assertThat(reader.postForm(link.group(1), form).body()).contains("This link was used");

        assertThat(snoozes.of(item, person))
                .hasValueSatisfying(snooze -> assertThat(snooze.until()).isEqualTo(day.plusDays(3)));
    }

    private int put(String path, String body) {
        return script("author").send("PUT", path, "application/json", body).statusCode();
    }

    private String text(int message) {
        return messages().get(message).get("text_body").toString();
    }
}
