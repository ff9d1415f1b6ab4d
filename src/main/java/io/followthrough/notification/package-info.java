/** Messages to people: collected into one a day or sent at once, recorded first, mailed after the commit. */
@ApplicationModule(allowedDependencies = {"actionitem", "team", "platform"})
@NullMarked
package io.followthrough.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
