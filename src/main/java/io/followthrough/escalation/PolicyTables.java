package io.followthrough.escalation;

import java.util.Map;
import java.util.Set;

/** Reads and writes decision tables. */
public interface PolicyTables {

    /**
     * Reads a table.
     *
     * @throws io.followthrough.platform.InvalidInputException when it is no table of this kind, or a cell cannot be
     *     understood; the message says where
     */
    PolicyTable read(String dmn);

    /**
     * Changes cells of a table, without reading what they say.
     *
     * @param cells what is to be written, by row and column; a row that is not there is added at the end
     * @param removed rows that are to go
     */
    String edit(String dmn, Map<String, Map<String, String>> cells, Set<String> removed);

    /** Shows the table in Cockpit, as the newest version there. */
    void show(String dmn, String title);
}
