/** Messages to people: recorded first, sent by mail after the commit, with retries and a visible failure. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.followthrough.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
