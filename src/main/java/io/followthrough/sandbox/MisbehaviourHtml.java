package io.followthrough.sandbox;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The page on which trouble is made. */
class MisbehaviourHtml {

    private final BoardFrame frame;
    private final Misbehaviour misbehaviour;

    MisbehaviourHtml(BoardFrame frame, Misbehaviour misbehaviour) {
        this.frame = frame;
        this.misbehaviour = misbehaviour;
    }

    String page() {
        String faults = Arrays.stream(Fault.values())
                .map(fault -> "<option value=\"%s\">%s</option>".formatted(fault, BoardFrame.escape(fault.words)))
                .collect(Collectors.joining());
        return frame.page("Misbehave", """
                <h1>Misbehave</h1>
                <p>A tracker is not always well. See here what Followthrough makes of it. The board keeps working.</p>
                <div class="faults">
                  <form class="panel" method="post" action="/misbehave">
                    <h2>Fail for a while</h2>
                    <label for="number">Number of calls</label>
                    <input id="number" name="number" type="number" min="1" max="1000" value="3">
                    <label for="fault">What happens</label>
                    <select id="fault" name="fault">%s</select>
                    <button class="is-main" name="what" value="fault">Fail so often</button>
                    <button name="what" value="sometimes">Fail in so many of 100</button>
                  </form>
                  <form class="panel" method="post" action="/misbehave">
                    <h2>Refuse fields</h2>
                    <input type="hidden" name="what" value="fields">
                    <label for="fields">Not on the screen, such as priority duedate (watches: nobody can be made a watcher)</label>
                    <input id="fields" name="fields" value="%s">
                    <label for="required">Required, such as customfield_10050</label>
                    <input id="required" name="required" value="%s">
                    <label for="priorities">No such priority, for example Highest</label>
                    <input id="priorities" name="priorities" value="%s">
                    <label><input type="checkbox" name="assignees"%s> Nobody can be assigned</label>
                    <button class="is-main">Refuse</button>
                  </form>
                  <form class="panel" method="post" action="/misbehave">
                    <h2>Search late</h2>
                    <input type="hidden" name="what" value="lag">
                    <label for="lag">At most so many seconds until a new ticket is found</label>
                    <input id="lag" name="number" type="number" min="0" max="1000" value="120">
                    <button class="is-main">Lag</button>
                  </form>
                  <form class="panel" method="post" action="/misbehave">
                    <h2>Lose and shuffle messages</h2>
                    <input type="hidden" name="what" value="messages">
                    <label for="twice">Of 100 webhooks are sent twice</label>
                    <input id="twice" name="twice" type="number" min="0" max="100" value="10">
                    <label for="late">overtaken by others</label>
                    <input id="late" name="late" type="number" min="0" max="100" value="10">
                    <label for="lost">never sent</label>
                    <input id="lost" name="lost" type="number" min="0" max="100" value="5">
                    <button class="is-main">Shuffle</button>
                  </form>
                  <form class="panel" method="post" action="/misbehave">
                    <h2>Be slow</h2>
                    <input type="hidden" name="what" value="slow">
                    <label for="slow">Milliseconds for each call</label>
                    <input id="slow" name="number" type="number" min="0" max="1000" value="%d">
                    <button class="is-main">Slow down</button>
                  </form>
                  <div class="panel">
                    <h2>Switches</h2>
                    <form method="post" action="/misbehave">
                      <button name="what" value="webhooks">%s</button>
                      <button name="what" value="project">%s</button>
                      <button name="what" value="search">%s</button>
                      <button name="what" value="names">%s</button>
                      <button name="what" value="down">%s</button>
                    </form>
                    <form method="post" action="/misbehave">
                      <button class="is-main" name="what" value="reset">Behave again</button>
                    </form>
                  </div>
                </div>
                """.formatted(
                        faults,
                        BoardFrame.escape(String.join(" ", misbehaviour.refusedFields())),
                        BoardFrame.escape(String.join(" ", misbehaviour.requiredFields())),
                        BoardFrame.escape(String.join(" ", misbehaviour.refusedPriorities())),
                        misbehaviour.areAssigneesRefused() ? " checked" : "",
                        misbehaviour.latency().toMillis(),
                        misbehaviour.areWebhooksOff() ? "Send webhooks again" : "Stop sending webhooks",
                        misbehaviour.isProjectHidden() ? "Show the project again" : "Hide the project",
                        misbehaviour.isSearchRemoved() ? "Bring the search back" : "Remove the search",
                        misbehaviour.hasOwnNames() ? "Use the usual names" : "Speak French",
                        misbehaviour.isDown() ? "Come back up" : "Go down"));
    }
}
