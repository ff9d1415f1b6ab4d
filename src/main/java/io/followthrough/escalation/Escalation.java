package io.followthrough.escalation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rung that was reached; never changed afterwards. */
@Entity
public class Escalation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String actionItem;
    private int dueDateCycle;
    private LocalDate dueDate;
    private String rung;
    private Instant plannedAt;
    private Instant firedAt;
    private String policyVersion;
    private String policyRow;
    private String ticketLabel;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "escalation_told", joinColumns = @JoinColumn(name = "escalation"))
    @OrderColumn(name = "position")
    private List<Told> told;

    @SuppressWarnings("NullAway.Init")
    protected Escalation() {}

    Escalation(Occasion occasion, Schedule.Planned planned, Instant firedAt, String policyVersion, List<Told> told) {
        this.actionItem = occasion.actionItem();
        this.dueDateCycle = occasion.dueDateCycle();
        this.dueDate = occasion.dueDate();
        this.rung = planned.rung().name();
        this.plannedAt = planned.at();
        this.firedAt = firedAt;
        this.policyVersion = policyVersion;
        this.policyRow = planned.rung().row();
        this.ticketLabel = occasion.label(planned.rung());
        this.told = new ArrayList<>(told);
    }

    /** The due date of an item that a rung belongs to. */
    record Occasion(String actionItem, int dueDateCycle, LocalDate dueDate) {

        /** Unique among all rungs and due dates of the item: its presence on the ticket proves that it was marked. */
        String label(Rung rung) {
            return dueDateCycle == 1 ? rung.label() : rung.label() + "-c" + dueDateCycle;
        }
    }

    /** Id of the action item. */
    public String actionItem() {
        return actionItem;
    }

    /** Which of the item's due dates it was about, from 1. */
    public int dueDateCycle() {
        return dueDateCycle;
    }

    public LocalDate dueDate() {
        return dueDate;
    }

    /** Name of the rung in the policy. */
    public String rung() {
        return rung;
    }

    public Instant plannedAt() {
        return plannedAt;
    }

    public Instant firedAt() {
        return firedAt;
    }

    /** Version of the policy that was in force, for people. */
    public String policyVersion() {
        return policyVersion;
    }

    /** Id of the row of the policy that fired. */
    public String policyRow() {
        return policyRow;
    }

    /** What the ticket was marked with. */
    public String ticketLabel() {
        return ticketLabel;
    }

    /** Who was told, owner first. */
    public List<Told> told() {
        return List.copyOf(told);
    }
}
