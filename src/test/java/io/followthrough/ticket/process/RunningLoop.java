package io.followthrough.ticket.process;

import io.followthrough.ticket.TicketDesk;
import io.followthrough.ticket.TicketProperties;
import java.time.Duration;
import java.util.List;

/** The loop that works on tickets by itself, which integration tests otherwise do without; ends when closed. */
public final class RunningLoop implements AutoCloseable {

    private final TicketLoop loop;

    /** @param concurrency as many requests for tickets at a time */
    public RunningLoop(TicketWorker worker, TicketDesk desk, int concurrency) {
        loop = new TicketLoop(
                worker,
                desk,
                new TicketProperties(Duration.ofMinutes(1), Duration.ofMinutes(10), List.of(), concurrency));
        loop.start();
    }

    @Override
    public void close() {
        loop.stop();
    }
}
