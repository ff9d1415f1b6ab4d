package io.followthrough.escalation;

/** Reads decision tables. */
public interface PolicyTables {

    /**
     * Reads a table.
     *
     * @throws io.followthrough.platform.InvalidInputException when it is no table of this kind, or a cell cannot be
     *     understood; the message says where
     */
    PolicyTable read(String dmn);
}
