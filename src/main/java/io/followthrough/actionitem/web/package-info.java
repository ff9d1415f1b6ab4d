/** Action items over HTTP. */
@NullMarked
package io.followthrough.actionitem.web;

import org.jspecify.annotations.NullMarked;
