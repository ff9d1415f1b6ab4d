package io.followthrough.notification.channel;

import io.followthrough.actionitem.ActionItems;
import io.followthrough.notification.News;
import io.followthrough.notification.QuietHours;
import io.followthrough.team.Team;
import io.followthrough.team.Teams;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which team news and channels belong to. */
@Component
class ChannelTeams {

    private final ActionItems items;
    private final Teams teams;
    private final QuietHours quietHours;

    ChannelTeams(ActionItems items, Teams teams, QuietHours quietHours) {
        this.items = items;
        this.teams = teams;
        this.quietHours = quietHours;
    }

    /** The team whose channels hear of it. */
    Optional<Long> concerned(News news) {
        return news.team() != null
                ? Optional.of(news.team())
                : items.find(news.about())
                        .flatMap(item -> teams.of(item.owner()))
                        .map(Team::id);
    }

    /** When people may be told there: by the quiet hours of the lead of its team, or by those of the settings. */
    Instant awake(@Nullable Long team, Instant instant) {
        return quietHours.awake(team == null ? null : teams.get(team).lead(), instant);
    }
}
