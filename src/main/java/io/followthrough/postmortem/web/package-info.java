/** Postmortems over HTTP. */
@NullMarked
package io.followthrough.postmortem.web;

import org.jspecify.annotations.NullMarked;
