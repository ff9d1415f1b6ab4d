package io.followthrough.document.cli;

import io.followthrough.document.lint.Linter;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Lints many documents at once and hands the outcomes on in order, holding only a few at a time. */
final class Batch {

    private static final int AHEAD_PER_THREAD = 8;
    private static final long TICK_MILLIS = 100;

    private final Linter linter;
    private final Progress progress;

    Batch(Linter linter, Progress progress) {
        this.linter = linter;
        this.progress = progress;
    }

    void lint(List<Source> sources, Consumer<Outcome> taker) {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), sources.size());
        if (threads <= 1) {
            sources.forEach(source -> taker.accept(source.lint(linter)));
            return;
        }
        ExecutorService workers = Executors.newFixedThreadPool(threads, Batch::worker);
        try {
            Queue<Future<Outcome>> ahead = new ArrayDeque<>();
            Iterator<Source> rest = sources.iterator();
            for (int done = 0; done < sources.size(); done++) {
                while (rest.hasNext() && ahead.size() < threads * AHEAD_PER_THREAD) {
                    Source source = rest.next();
                    ahead.add(workers.submit(() -> source.lint(linter)));
                }
                Outcome outcome = await(ahead.remove(), done, sources.size());
                taker.accept(outcome);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private Outcome await(Future<Outcome> future, int done, int all) {
        try {
            while (true) {
                progress.show(done, all);
                try {
                    return future.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    // Time to say how far it has come.
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Linting failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static Thread worker(Runnable work) {
        Thread thread = new Thread(work, "lint");
        thread.setDaemon(true);
        return thread;
    }
}
