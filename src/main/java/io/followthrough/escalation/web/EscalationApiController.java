package io.followthrough.escalation.web;

import io.followthrough.escalation.Escalation;
import io.followthrough.escalation.Escalations;
import io.followthrough.escalation.Told;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was escalated about an action item when, to whom, by which row. */
@RestController
class EscalationApiController {

    private final Escalations escalations;

    EscalationApiController(Escalations escalations) {
        this.escalations = escalations;
    }

    @Operation(summary = "What was escalated when, to whom, by which row")
    @Tag(name = "Action items")
    @GetMapping("/api/action-items/{id}/escalations")
    List<EscalationResponse> escalations(@PathVariable String id) {
        return escalations.of(id).stream().map(EscalationResponse::of).toList();
    }

    /** A rung that was reached. */
    record EscalationResponse(
            String rung,
            Instant plannedAt,
            Instant firedAt,
            List<Recipient> told,
            String policyVersion,
            String policyRow,
            int dueDateCycle,
            LocalDate dueDate) {

        static EscalationResponse of(Escalation escalation) {
            return new EscalationResponse(
                    escalation.rung(),
                    escalation.plannedAt(),
                    escalation.firedAt(),
                    escalation.told().stream().map(Recipient::of).toList(),
                    escalation.policyVersion(),
                    escalation.policyRow(),
                    escalation.dueDateCycle(),
                    escalation.dueDate());
        }
    }

    /** Somebody who was told. */
    record Recipient(String person, String as) {

        static Recipient of(Told told) {
            return new Recipient(told.person(), told.audience().word());
        }
    }
}
