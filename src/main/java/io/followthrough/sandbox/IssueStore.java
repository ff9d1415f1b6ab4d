package io.followthrough.sandbox;

import java.util.List;

/** Keeps issues from one start to the next; called by one thread at a time. */
interface IssueStore {

    /** A number never given before, from 1. */
    long nextNumber();

    /** All issues, oldest first; asked for once, at the start. */
    List<Issue> all();

    void save(Issue issue);

    void delete(Issue issue);
}
