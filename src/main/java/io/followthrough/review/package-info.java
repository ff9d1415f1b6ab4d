/** Reviewers, their verdicts and comments, bound to the exact text they judged. */
@ApplicationModule(allowedDependencies = {"document", "postmortem", "actionitem", "notification", "platform"})
@NullMarked
package io.followthrough.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
