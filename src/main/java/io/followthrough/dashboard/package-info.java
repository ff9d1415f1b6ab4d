/** Read-only numbers and lists over everything, by SQL over views of our own. */
@ApplicationModule(
        allowedDependencies = {
            "document",
            "postmortem",
            "review",
            "actionitem",
            "ticket",
            "escalation",
            "notification",
            "platform"
        })
@NullMarked
package io.followthrough.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
