/** Values found in running text: times of day, dates, zones, durations and percentages. */
@NullMarked
package io.followthrough.document.value;

import org.jspecify.annotations.NullMarked;
