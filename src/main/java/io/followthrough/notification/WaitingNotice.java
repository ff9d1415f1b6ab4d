package io.followthrough.notification;

/** A notice to one person that no digest has told yet. */
record WaitingNotice(long id, String about, Todo todo, String title, String words, String source, String page) {}
