package io.followthrough;

import io.followthrough.ticket.TicketTracker;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Lets every test fail that makes the application call the tracker while a database transaction is open. */
class TrackerOutsideTransactions implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof TicketTracker tracker ? guarded(tracker) : bean;
    }

    private static TicketTracker guarded(TicketTracker tracker) {
        return (TicketTracker) Proxy.newProxyInstance(
                TicketTracker.class.getClassLoader(),
                new Class<?>[] {TicketTracker.class},
                (proxy, method, arguments) -> {
                    boolean remote = !method.getName().equals("browseUrl");
                    if (remote && TransactionSynchronizationManager.isActualTransactionActive()) {
                        throw new AssertionError(
                                "The tracker's " + method.getName() + " was called inside a transaction");
                    }
                    try {
                        return method.invoke(tracker, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
