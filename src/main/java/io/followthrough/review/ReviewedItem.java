package io.followthrough.review;

import io.followthrough.actionitem.ActionItemEdit;

/** What a reviewer chose for one action item while reading. */
public record ReviewedItem(String id, ActionItemEdit edit) {}
