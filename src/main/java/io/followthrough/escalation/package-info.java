/** Who hears about an action item that is due or overdue, when, and by which row of the policy. */
@ApplicationModule(allowedDependencies = {"actionitem", "postmortem", "ticket", "notification", "team", "platform"})
@NullMarked
package io.followthrough.escalation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
