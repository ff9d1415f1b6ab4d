/** Action items: proposed from a document, owned, prioritised, dated, settled. */
@ApplicationModule(allowedDependencies = {"document", "postmortem", "platform"})
@NullMarked
package io.followthrough.actionitem;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
