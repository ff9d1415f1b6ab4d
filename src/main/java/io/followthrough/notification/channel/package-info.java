/** Tells Slack, Teams and other programs what happened, outside any transaction, with retries and a visible failure. */
@NullMarked
package io.followthrough.notification.channel;

import org.jspecify.annotations.NullMarked;
