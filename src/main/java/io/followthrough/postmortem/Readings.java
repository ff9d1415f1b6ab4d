package io.followthrough.postmortem;

import io.followthrough.document.DocumentReader;
import io.followthrough.document.Finding;
import io.followthrough.document.Reading;
import io.followthrough.document.Suppressed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads texts by the rules of the house and sets aside what reviewers have answered. */
@Component
class Readings {

    private final DocumentReader documents;
    private final SuppressionStore suppressions;

    Readings(DocumentReader documents, SuppressionStore suppressions) {
        this.documents = documents;
        this.suppressions = suppressions;
    }

    /** What a text says that belongs to no postmortem yet. */
    Reading of(String source) {
        return documents.read(source);
    }

    /** What a text says as one of this postmortem. */
    Reading of(PostmortemKey key, String source) {
        Reading reading = documents.read(source);
        List<Suppression> holding =
                suppressions.of(key).stream().filter(Suppression::holds).toList();
        if (holding.isEmpty() || reading.findings().isEmpty()) {
            return reading;
        }
        FindingWords words = new FindingWords(source);
        List<Finding> left = new ArrayList<>();
        List<Suppressed> suppressed = new ArrayList<>(reading.suppressed());
        for (Finding finding : reading.findings()) {
            Optional<Suppression> answer = holding.stream()
                    .filter(each -> answers(each, finding, words))
                    .findFirst();
            answer.ifPresentOrElse(
                    given -> suppressed.add(new Suppressed(finding, given.reason(), given.by())),
                    () -> left.add(finding));
        }
        return new Reading(reading.document(), reading.places(), left, suppressed);
    }

    /** Whether the suppression is about this finding of a text with these words. */
    static boolean answers(Suppression suppression, Finding finding, FindingWords words) {
        return suppression.rule().equals(finding.rule())
                && (suppression.everywhere() || suppression.fingerprint().equals(words.fingerprint(finding)));
    }
}
