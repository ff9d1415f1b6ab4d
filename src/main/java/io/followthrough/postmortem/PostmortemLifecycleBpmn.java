package io.followthrough.postmortem;

/** The names in {@code bpmn/postmortem-lifecycle.bpmn} that code uses. */
public final class PostmortemLifecycleBpmn {

    public static final String PROCESS_ID = "postmortem-lifecycle";

    private PostmortemLifecycleBpmn() {}

    /** Ids of flow nodes. */
    public static final class Elements {
        public static final String COMPLETE_DRAFT = "Task_CompleteDraft";
        public static final String REVIEW_POSTMORTEM = "Task_ReviewPostmortem";
        public static final String PUBLISH = "Task_PublishPostmortem";
        public static final String OPEN_ACTION_ITEMS = "Task_OpenActionItems";
        public static final String AWAIT_SETTLEMENT = "Event_AllSettled";
        public static final String CLOSE = "Task_ClosePostmortem";

        private Elements() {}
    }

    /** Names of messages. */
    public static final class Messages {
        public static final String ALL_SETTLED = "all-action-items-settled";
        public static final String TRACKING_RESUMED = "tracking-resumed";

        private Messages() {}
    }

    /** Names of variables. */
    public static final class Variables {
        /** Login name of the author; the draft is theirs to complete. */
        public static final String AUTHOR = "author";
        /** Whether the review approved, a Boolean for the gateway behind it. */
        public static final String APPROVED = "approved";
        /** Whether any action item is open after publishing, a Boolean for the gateway behind it. */
        public static final String ANYTHING_OPEN = "anythingOpen";

        private Variables() {}
    }

    /** Names of values a task form sends; they are transient and never stored by the engine. */
    public static final class FormFields {
        public static final String SOURCE = "source";
        public static final String DECISION = "decision";
        public static final String COMMENT = "comment";
        public static final String ACTION_ITEMS = "actionItems";

        private FormFields() {}
    }
}
