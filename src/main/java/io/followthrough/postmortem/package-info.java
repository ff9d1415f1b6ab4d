/** The postmortem: its numbered record, its immutable revisions and its way from draft to closed. */
@ApplicationModule(allowedDependencies = {"document", "platform"})
@NullMarked
package io.followthrough.postmortem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
