/** Mails the messages that wait for it, outside any transaction of theirs. */
@NullMarked
package io.followthrough.notification.mail;

import org.jspecify.annotations.NullMarked;
