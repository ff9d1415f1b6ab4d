/** What the task forms of the Tasklist read. */
@NullMarked
package io.followthrough.review.web;

import org.jspecify.annotations.NullMarked;
