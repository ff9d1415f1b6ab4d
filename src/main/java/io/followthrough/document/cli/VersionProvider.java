package io.followthrough.document.cli;

import io.followthrough.document.Documents;
import picocli.CommandLine.IVersionProvider;

/** The version the jar was built as. */
final class VersionProvider implements IVersionProvider {

    static String version() {
        String version = Documents.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {CommandLineInterface.NAME + " " + version()};
    }
}
