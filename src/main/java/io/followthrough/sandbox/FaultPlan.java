package io.followthrough.sandbox;

import java.util.Optional;

/** Decides of each call to the REST API whether it fails, and how. Asked by several threads. */
public interface FaultPlan {

    /**
     * @param method GET, POST …
     * @param path without the query, "/rest/api/3/issue"
     */
    Optional<Fault> faultOf(String method, String path);
}
