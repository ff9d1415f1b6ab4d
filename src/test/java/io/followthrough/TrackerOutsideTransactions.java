package io.followthrough;

import io.followthrough.ticket.TicketTracker;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Lets every test fail that makes the application call the tracker while a database transaction is open. */
public class TrackerOutsideTransactions implements BeanPostProcessor {

    private volatile @Nullable TicketTracker instead;

    /** Has the application use another tracker than its own; null for its own again. */
    public void use(@Nullable TicketTracker other) {
        instead = other;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof TicketTracker tracker ? guarded(tracker) : bean;
    }

    private TicketTracker guarded(TicketTracker tracker) {
        return (TicketTracker) Proxy.newProxyInstance(
                TicketTracker.class.getClassLoader(),
                new Class<?>[] {TicketTracker.class},
                (proxy, method, arguments) -> {
                    boolean remote = !Set.of("browseUrl", "site").contains(method.getName());
                    if (remote && TransactionSynchronizationManager.isActualTransactionActive()) {
                        throw new AssertionError(
                                "The tracker's " + method.getName() + " was called inside a transaction");
                    }
                    try {
                        TicketTracker other = instead;
                        return method.invoke(other == null ? tracker : other, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
