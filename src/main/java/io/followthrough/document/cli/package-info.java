/** The command line {@code lint}; needs neither Spring nor a database. */
@NamedInterface("command-line")
@NullMarked
package io.followthrough.document.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
