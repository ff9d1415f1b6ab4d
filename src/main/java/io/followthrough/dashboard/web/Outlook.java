package io.followthrough.dashboard.web;

import io.followthrough.escalation.Extension;
import io.followthrough.escalation.HandOver;
import io.followthrough.escalation.Limits;
import io.followthrough.escalation.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may become of an open item.
 *
 * @param question what is to be decided about it, or null
 * @param offer who is asked to take it, or null
 * @param drift why its due date is further away than extensions would allow, or null
 */
public record Outlook(
        @Nullable Question question,
        @Nullable HandOver offer,
        Limits limits,
        List<Extension> extensions,
        @Nullable String drift) {}
