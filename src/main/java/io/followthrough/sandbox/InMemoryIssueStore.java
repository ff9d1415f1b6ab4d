package io.followthrough.sandbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

/** Forgets everything at the end. */
class InMemoryIssueStore implements IssueStore {

    private final AtomicLong numbers = new AtomicLong();
    private final Map<Long, Issue> issues = new ConcurrentSkipListMap<>();

    @Override
    public long nextNumber() {
        return numbers.incrementAndGet();
    }

    @Override
    public List<Issue> all() {
        return List.copyOf(issues.values());
    }

    @Override
    public void save(Issue issue) {
        issues.put(Long.valueOf(issue.id()), issue);
    }

    @Override
    public void delete(Issue issue) {
        issues.remove(Long.valueOf(issue.id()));
    }
}
