/** When people work and where, who leads them, and who stands in for them. */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package io.followthrough.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
