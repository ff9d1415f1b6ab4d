/** The ticket that mirrors an action item in the tracker; knows no particular tracker. */
@ApplicationModule(allowedDependencies = {"actionitem", "postmortem", "team", "platform"})
@NullMarked
package io.followthrough.ticket;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
