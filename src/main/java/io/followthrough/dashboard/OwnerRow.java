package io.followthrough.dashboard;

/** What one person has to do. */
public record OwnerRow(String owner, int open, int overdue, int dueSoon, int settled) {}
