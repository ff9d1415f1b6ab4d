package io.followthrough.ticket;

import org.junit.jupiter.api.extension.ExtendWith;

/** What people do against the promise is noticed on Jira Data Center too. */
@ExtendWith(OnDataCenter.class)
class DataCenterDriftIT extends TicketDriftIT {

    @Override
    protected String api() {
        return "/rest/api/2";
    }
}
