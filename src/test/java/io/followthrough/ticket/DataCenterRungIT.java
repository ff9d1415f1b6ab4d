package io.followthrough.ticket;

import org.junit.jupiter.api.extension.ExtendWith;

/** The ladder marks tickets on Jira Data Center as it does on Cloud. */
@ExtendWith(OnDataCenter.class)
class DataCenterRungIT extends RungTicketIT {

    @Override
    protected String api() {
        return "/rest/api/2";
    }
}
