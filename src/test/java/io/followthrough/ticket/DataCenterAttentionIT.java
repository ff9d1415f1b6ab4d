package io.followthrough.ticket;

import org.junit.jupiter.api.extension.ExtendWith;

/** What needs a person, and the buttons for it, on Jira Data Center. */
@ExtendWith(OnDataCenter.class)
class DataCenterAttentionIT extends AttentionIT {

    @Override
    protected String api() {
        return "/rest/api/2";
    }
}
