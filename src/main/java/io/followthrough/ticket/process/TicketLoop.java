package io.followthrough.ticket.process;

import io.followthrough.ticket.TicketDesk;
import io.followthrough.ticket.TicketProperties;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps the work on tickets going, in threads of its own, for as long as the application runs. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class TicketLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TicketLoop.class);
    private static final long EVERY_MILLIS = 500;
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);

    private final TicketWorker worker;
    private final TicketDesk desk;
    private final int hands;
    private final int handful;
    private final Semaphore free;
    private @Nullable ExecutorService rounds;
    private @Nullable ExecutorService requests;
    private volatile boolean running;

    TicketLoop(TicketWorker worker, TicketDesk desk, TicketProperties properties) {
        this.worker = worker;
        this.desk = desk;
        // More than there are requests at a time, so that the next ones are ready when an answer comes.
        int spare = (properties.concurrency() + 1) / 2;
        this.hands = properties.concurrency() + spare;
        // Half of the spare ones: a transaction for each single task would cost more than the task waits.
        this.handful = (spare + 1) / 2;
        this.free = new Semaphore(hands);
    }

    @Override
    public void start() {
        running = true;
        worker.letGo();
        ExecutorService workers = threads(hands);
        ExecutorService loops = threads(2);
        loops.execute(() -> keepDoing("create tickets", () -> takeTasks(workers)));
        loops.execute(() -> keepDoing("follow tickets", desk::round));
        requests = workers;
        rounds = loops;
    }

    private static ExecutorService threads(int number) {
        return Executors.newFixedThreadPool(number, task -> {
            Thread thread = new Thread(task, "tickets");
            thread.setDaemon(true);
            return thread;
        });
    }

    private void keepDoing(String what, Round round) {
        while (running) {
            try {
                if (!round.run()) {
                    TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warn("Cannot {} now; trying again", what, e);
                pauseAfterFailure();
            }
        }
    }

    /** Work that says whether there may be more of it at once. */
    private interface Round {
        boolean run() throws InterruptedException;
    }

    /**
     * Takes as many tasks as there are free hands, and comes back as soon as a handful of them is free again, or any
     * after a while, as long as there are tasks.
     */
    private boolean takeTasks(ExecutorService pool) throws InterruptedException {
        int most = (free.tryAcquire(handful, EVERY_MILLIS, TimeUnit.MILLISECONDS) ? handful : 0) + free.drainPermits();
        if (most == 0) {
            return true;
        }
        List<LockedExternalTask> taken = List.of();
        try {
            taken = worker.take(most);
        } finally {
            free.release(most - taken.size());
        }
        for (LockedExternalTask task : taken) {
            pool.execute(() -> work(task));
        }
        return !taken.isEmpty();
    }

    private void work(LockedExternalTask task) {
        try {
            worker.work(task);
        } catch (RuntimeException e) {
            // The lock runs out and the task is taken again; the ticket's row says how far it came.
            LOG.warn("The step towards the ticket of {} failed", task.getBusinessKey(), e);
        } finally {
            free.release();
        }
    }

    private static void pauseAfterFailure() {
        try {
            TimeUnit.SECONDS.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets requests that are under way get their answers: each that is cut off has to be looked for afterwards. */
    @Override
    public void stop() {
        running = false;
        // First those who hand out work, so that none is handed to those who have gone home.
        end(rounds);
        end(requests);
    }

    private static void end(@Nullable ExecutorService pool) {
        if (pool == null) {
            return;
        }
        pool.shutdown();
        try {
            if (!pool.awaitTermination(LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)) {
                pool.shutdownNow();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
