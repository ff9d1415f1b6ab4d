/** What there is to see when Followthrough is tried out for the first time. */
@ApplicationModule(allowedDependencies = {"document", "postmortem", "actionitem", "review", "team", "platform"})
@NullMarked
package io.followthrough.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
