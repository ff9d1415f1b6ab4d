package io.followthrough.sandbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All issues by id, by each key they ever had, and by label. An issue that is in it is never changed, only replaced. */
class IssueIndex {

    private final NavigableMap<Long, Issue> byId = new TreeMap<>();
    private final Map<String, Long> byKey = new HashMap<>();
    private final Map<String, TreeSet<Long>> byLabel = new HashMap<>();

    void put(Issue issue) {
        long id = Long.parseLong(issue.id());
        Issue before = byId.put(id, issue);
        if (before != null) {
            before.labels().forEach(label -> forget(label, id));
        }
        issue.keys().forEach(key -> byKey.put(normal(key), id));
        issue.labels()
                .forEach(label ->
                        byLabel.computeIfAbsent(label, any -> new TreeSet<>()).add(id));
    }

    void remove(Issue issue) {
        long id = Long.parseLong(issue.id());
        byId.remove(id);
        issue.keys().forEach(key -> byKey.remove(normal(key)));
        issue.labels().forEach(label -> forget(label, id));
    }

    /** All of them, oldest first. */
    List<Issue> all() {
        return List.copyOf(byId.values());
    }

    Optional<Issue> find(String idOrKey) {
        Long byName = byKey.get(normal(idOrKey));
        if (byName != null) {
            return Optional.ofNullable(byId.get(byName));
        }
        return idOrKey.matches("\\d{1,18}") ? Optional.ofNullable(byId.get(Long.valueOf(idOrKey))) : Optional.empty();
    }

    /** Those that carry any of the labels, oldest first. */
    Stream<Issue> labelled(Collection<String> labels) {
        TreeSet<Long> ids = new TreeSet<>();
        labels.forEach(label -> ids.addAll(byLabel.getOrDefault(label, new TreeSet<>())));
        return ids.stream().flatMap(id -> Stream.ofNullable(byId.get(id)));
    }

    private void forget(String label, long id) {
        TreeSet<Long> ids = byLabel.get(label);
        if (ids != null && ids.remove(id) && ids.isEmpty()) {
            byLabel.remove(label);
        }
    }

    private static String normal(String key) {
        return key.toUpperCase(Locale.ROOT);
    }
}
