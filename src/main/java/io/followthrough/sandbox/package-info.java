/** A small server that speaks enough Jira to try Followthrough and to test it. It is not Jira and says so. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.followthrough.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
