package io.followthrough.dashboard;

/** Steps of processes that gave up and wait for a person. */
public interface StuckJobs {

    long count();
}
