/** The PostgreSQL that comes along when nobody gives us one. */
@NullMarked
package io.followthrough.platform.database;

import org.jspecify.annotations.NullMarked;
