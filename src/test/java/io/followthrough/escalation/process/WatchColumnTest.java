package io.followthrough.escalation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.followthrough.actionitem.Priority;
import io.followthrough.escalation.PolicyTable;
import io.followthrough.escalation.Rung;
import io.followthrough.platform.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The column of the policy that came later than the others. */
class WatchColumnTest {

    private final DmnPolicyTables tables = new DmnPolicyTables(null);
    private String shipped;

    @BeforeEach
    void read() throws IOException {
        shipped = Files.readString(Path.of("bpmn", "escalation-policy.dmn"));
    }

    @Test
    void letsThoseToldByTheHighestRungsWatchTheTicket() {
        assertThat(tables.read(shipped).ladderFor(Priority.P1))
                .filteredOn(Rung::watch)
                .extracting(Rung::name)
                .containsExactly("late-3", "late-4");
    }

    @Test
    void lacksInTablesOfOldThatStayValid() {
        String old = shipped.replaceAll("(?m)^.*_Watch\".*\\R", "");
        assertThat(old).doesNotContain("watch\"");

        PolicyTable table = tables.read(old);

        for (Priority priority : Priority.values()) {
            assertThat(table.ladderFor(priority))
                    .hasSameSizeAs(tables.read(shipped).ladderFor(priority))
                    .noneMatch(Rung::watch);
        }
    }

    @Test
    void meansNobodyWhereItIsEmptyAndRefusesWhatIsNeitherYesNorNo() {
        String late3 = "<outputEntry id=\"Row_Late3_P1_P2_Watch\"><text>true</text>";
        assertThat(shipped).contains(late3);

        assertThat(tables.read(shipped.replace(late3, late3.replace("true", "")))
                        .ladderFor(Priority.P1))
                .filteredOn(Rung::watch)
                .extracting(Rung::name)
                .containsExactly("late-4");
        assertThatThrownBy(() -> tables.read(shipped.replace(late3, late3.replace("true", "\"maybe\""))))
                .isInstanceOf(InvalidInputException.class);
    }
}
