/** What the dashboard asks the process engine. */
@NullMarked
package io.followthrough.dashboard.process;

import org.jspecify.annotations.NullMarked;
