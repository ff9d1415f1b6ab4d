/** Escalations over HTTP. */
@NullMarked
package io.followthrough.escalation.web;

import org.jspecify.annotations.NullMarked;
