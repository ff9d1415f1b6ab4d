package io.followthrough.team;

import java.util.List;

/**
 * Who works together and who leads them.
 *
 * @param lead login name
 * @param manager login name
 * @param director login name
 * @param members login names
 */
public record Team(long id, String name, String lead, String manager, String director, List<String> members) {

    public Team {
        members = List.copyOf(members);
    }
}
