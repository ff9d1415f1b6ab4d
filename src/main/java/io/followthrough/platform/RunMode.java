package io.followthrough.platform;

/**
 * How the application runs.
 *
 * @param tryIt true with demo people, sandbox and time machine, on this machine only; false in earnest
 */
public record RunMode(boolean tryIt) {}
