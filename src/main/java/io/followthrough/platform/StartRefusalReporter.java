package io.followthrough.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.ClassUtils;

/** Says in one line, without a stack trace, why Followthrough does not start. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartRefusalReporter implements SpringBootExceptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger(ClassUtils.getPackageName(StartRefusalReporter.class));

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefusedException refusal) {
                return report(String.valueOf(refusal.getMessage()));
            }
            if (cause instanceof PortInUseException port) {
                return report("port " + port.getPort() + " is taken by another program.");
            }
        }
        return false;
    }

    private static boolean report(String reason) {
        LOG.error("Followthrough is not started: {}", reason);
        return true;
    }
}
