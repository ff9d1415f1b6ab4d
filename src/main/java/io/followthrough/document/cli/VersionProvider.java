package io.followthrough.document.cli;

import picocli.CommandLine.IVersionProvider;

/** The version the jar was built as. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = io.followthrough.document.Documents.class.getPackage().getImplementationVersion();
        return new String[] {"followthrough " + (version == null ? "(not packaged)" : version)};
    }
}
