package io.followthrough.ticket;

import org.junit.jupiter.api.extension.ExtendWith;

/** Hints of Jira Data Center are followed in the same way. */
@ExtendWith(OnDataCenter.class)
class DataCenterHintsIT extends TicketHintsIT {

    @Override
    protected String api() {
        return "/rest/api/2";
    }
}
