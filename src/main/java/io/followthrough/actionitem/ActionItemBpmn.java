package io.followthrough.actionitem;

/** The names in {@code bpmn/action-item.bpmn} that code uses. */
public final class ActionItemBpmn {

    public static final String PROCESS_ID = "action-item";

    private ActionItemBpmn() {}

    /** Ids of flow nodes. */
    public static final class Elements {
        public static final String CREATE_TICKET = "Task_CreateTicket";
        public static final String PLAN_NEXT_RUNG = "Task_PlanNextRung";
        public static final String APPLY_RUNG = "Task_ApplyRung";
        public static final String AWAIT_FIRST = "Gateway_WhatHappensFirst";
        public static final String RUNG_DUE = "Timer_RungDue";
        public static final String DECIDE = "Task_DecideActionItem";

        private Elements() {}
    }

    /** Names of messages. */
    public static final class Messages {
        public static final String SETTLED = "action-item-settled";
        public static final String RESCHEDULED = "action-item-rescheduled";
        public static final String REOPENED = "action-item-reopened";

        private Messages() {}
    }

    /** Topics of tasks that leave the JVM. */
    public static final class Topics {
        public static final String CREATE_TICKET = "create-ticket";

        private Topics() {}
    }

    /** Names of variables. */
    public static final class Variables {
        /** What the plan says comes next: {@code rung}, {@code decision} or {@code settled}. */
        public static final String NEXT = "next";
        /** When the next rung is due, a date for the timer. */
        public static final String NEXT_RUNG_AT = "nextRungAt";

        private Variables() {}
    }

    /** Names of values a task form sends; they are transient and never stored by the engine. */
    public static final class FormFields {
        /** {@code extend} or {@code wont-do}. */
        public static final String DECISION = "decision";
        /** The new due date, as in 2026-03-31. */
        public static final String DUE = "due";
        /** Login name of the new owner; empty when it stays. */
        public static final String OWNER = "owner";

        public static final String REASON = "reason";

        private FormFields() {}
    }
}
