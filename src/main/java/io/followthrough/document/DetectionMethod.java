package io.followthrough.document;

/** Who noticed the incident first. */
public enum DetectionMethod {
    MONITORING,
    CUSTOMER,
    ENGINEER,
    OTHER
}
