/** What every module stands on: clock, people, history, security, database, page layout; no business word inside. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package io.followthrough.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
