/** Pages and API of everything there is to look at. */
@NullMarked
package io.followthrough.dashboard.web;

import org.jspecify.annotations.NullMarked;
