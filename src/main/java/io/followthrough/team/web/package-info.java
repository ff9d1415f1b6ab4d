/** Working time, absences, freezes and teams in the browser. */
@NullMarked
package io.followthrough.team.web;

import org.jspecify.annotations.NullMarked;
