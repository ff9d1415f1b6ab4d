/** Login, error pages, page layout and the time machine's buttons. */
@NullMarked
package io.followthrough.platform.web;

import org.jspecify.annotations.NullMarked;
