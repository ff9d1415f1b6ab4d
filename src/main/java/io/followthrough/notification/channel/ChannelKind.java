package io.followthrough.notification.channel;

/** Who listens at the other end of a channel. */
public enum ChannelKind {
    /** An incoming webhook of Slack, or of what understands the same (Mattermost, Rocket.Chat). */
    SLACK,
    /** A workflow of Microsoft Teams that posts a card. */
    TEAMS,
    /** A program that takes signed JSON, as Standard Webhooks describes it. */
    WEBHOOK
}
