/** The engine: its settings, models, people and web applications. */
@NullMarked
package io.followthrough.platform.process;

import org.jspecify.annotations.NullMarked;
