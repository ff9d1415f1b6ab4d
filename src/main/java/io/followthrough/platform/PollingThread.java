package io.followthrough.platform;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread of its own that looks for work again and again, and lets what it is at be finished when it stops. */
public final class PollingThread {

    private static final Logger LOG = LoggerFactory.getLogger(PollingThread.class);

    private final String name;
    private final Duration poll;
    private final Duration patience;
    private final Runnable work;
    private volatile @Nullable ScheduledExecutorService thread;

    /**
     * Does not run yet.
     *
     * @param name of the thread, and in the log
     * @param poll from the end of one look to the next
     * @param patience how long a stop waits for the work under way
     * @param work one look; when it fails it is logged, and the next one tries again
     */
    public PollingThread(String name, Duration poll, Duration patience, Runnable work) {
        this.name = name;
        this.poll = poll;
        this.patience = patience;
        this.work = work;
    }

    private void look() {
        try {
            work.run();
        } catch (RuntimeException e) {
            // An exception would end the looking for ever; what waits stays where it is.
            LOG.error("{} failed; it is tried again in {}", name, poll, e);
        }
    }

    /** Looks first after this pause. */
    public void start(Duration first) {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, name));
        started.scheduleWithFixedDelay(this::look, first.toMillis(), poll.toMillis(), TimeUnit.MILLISECONDS);
        thread = started;
    }

    /** Looks once more as soon as it can; nothing when it does not run. */
    public void wake() {
        ExecutorService running = thread;
        if (running != null) {
            running.execute(this::look);
        }
    }

    /** Lets the work under way be finished, as long as the patience lasts. */
    public void stop() {
        ExecutorService stopping = thread;
        thread = null;
        if (stopping == null) {
            return;
        }
        stopping.shutdown();
        try {
            if (!stopping.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                stopping.shutdownNow();
            }
        } catch (InterruptedException e) {
            stopping.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it was started and not stopped since. */
    public boolean isRunning() {
        return thread != null;
    }
}
