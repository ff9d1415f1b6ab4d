/** The page of messages. */
@NullMarked
package io.followthrough.notification.web;

import org.jspecify.annotations.NullMarked;
