package io.followthrough.ticket.jira;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.followthrough.ticket.TicketDraft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which issues our action items become: the first route that takes an item decides, otherwise the usual target.
 *
 * @param accounts what Jira knows people by, by mail address in small letters, where looking them up finds nobody or
 *     the wrong one
 */
record JiraMapping(JiraTarget usual, List<Route> routes, Map<String, String> accounts) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Items of a team or about a service, and what they become. An item has to meet all conditions that are given.
     *
     * @param teams names; empty for items of any owner
     * @param owners mail addresses in small letters; empty for anybody's
     * @param services words in the title of the item or of its postmortem, or in the description; empty for any
     */
    record Route(Set<String> teams, Set<String> owners, Set<String> services, JiraTarget target) {

        private boolean takes(TicketDraft draft, String text) {
            String mail =
                    draft.assigneeMail() == null ? "" : draft.assigneeMail().toLowerCase(Locale.ROOT);
            return (teams.isEmpty() || (draft.team() != null && teams.contains(draft.team())))
                    && (owners.isEmpty() || owners.contains(mail))
                    && (services.isEmpty() || services.stream().anyMatch(service -> names(text, service)));
        }

        private static boolean names(String text, String service) {
            return Pattern.compile(
                            "(?<![\\p{L}\\p{N}])" + Pattern.quote(service) + "(?![\\p{L}\\p{N}])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(text)
                    .find();
        }
    }

    /** What the settings say: one target for all. */
    static JiraMapping of(JiraAccess access) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        access.fields().forEach((id, value) -> fields.put(id, jsonOrText(value)));
        return new JiraMapping(
                new JiraTarget(access.project(), access.issueType(), Map.of(), List.of(), List.of(), "", fields),
                List.of(),
                Map.of());
    }

    JiraTarget targetOf(TicketDraft draft) {
        String text = draft.summary() + "\n" + PlainText.of(draft.description());
        return routes.stream()
                .filter(route -> route.takes(draft, text))
                .map(Route::target)
                .findFirst()
                .orElse(usual);
    }

    /** Every target, each once, the usual one first. */
    List<JiraTarget> targets() {
        return new ArrayList<>(Stream.concat(Stream.of(usual), routes.stream().map(Route::target))
                .distinct()
                .toList());
    }

    private static JsonNode jsonOrText(String value) {
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(value);
        }
    }
}
