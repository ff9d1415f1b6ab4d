package io.followthrough.document;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts Jazzer; it wants the folder that keeps what it learns to be there. */
public final class Fuzzing {

    private Fuzzing() {}

    /** Takes the folder that keeps what is learnt, then what goes to Jazzer as it is. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path learnt = Files.createDirectories(Path.of(arguments[0]));
        List<String> passed = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
        passed.add(learnt.toString());
        passed.addAll(List.of("src/main/resources/samples", "src/test/resources/samples"));
        Jazzer.main(passed.toArray(String[]::new));
    }
}
