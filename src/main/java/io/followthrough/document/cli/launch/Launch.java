package io.followthrough.document.cli.launch;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Main class of the packaged jar. The command line is read by {@link JarClassLoader} from the same jar in a fifth of the
 * time Spring Boot's launcher takes for it; the server is left to that launcher.
 *
 * <p>This package lies a second time at the root of the jar, where the Java launcher finds it, and so uses nothing but
 * the JDK.
 */
public final class Launch {

    private static final Set<String> COMMANDS = Set.of("lint", "completion", "--help", "-h", "--version", "-V");
    private static final String COMMAND_LINE = "io.followthrough.document.cli.CommandLineInterface";
    private static final String SERVER = "org.springframework.boot.loader.launch.JarLauncher";

    private Launch() {}

    /** Whether the arguments ask for the command line and not for the server. */
    public static boolean asksForCommandLine(String[] args) {
        return args.length > 0 && COMMANDS.contains(args[0]);
    }

    public static void main(String[] args) throws Throwable {
        if (asksForCommandLine(args)) {
            ClassLoader classes = classesOfThisJar();
            Thread.currentThread().setContextClassLoader(classes);
            run(Class.forName(COMMAND_LINE, true, classes), args);
        } else {
            run(Class.forName(SERVER), args);
        }
    }

    private static ClassLoader classesOfThisJar() throws Exception {
        Path jar = Path.of(
                Launch.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try {
            return JarClassLoader.of(jar);
        } catch (IOException e) {
            throw new IllegalStateException("The jar " + jar + " is damaged; build or download it again.", e);
        }
    }

    private static void run(Class<?> type, String[] args) throws Throwable {
        try {
            type.getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
