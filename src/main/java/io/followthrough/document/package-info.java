/** Reads a postmortem as people write it: text in, {@link io.followthrough.document.PostmortemDocument} and findings out; no database, no Spring. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package io.followthrough.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
