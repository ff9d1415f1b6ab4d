/** Starts the packaged jar: the command line straight from it, everything else by Spring Boot's launcher. */
@NullMarked
package io.followthrough.document.cli.launch;

import org.jspecify.annotations.NullMarked;
