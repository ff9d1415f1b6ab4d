package io.followthrough.platform.process;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the nonce of a page's script policy with its request. The engine's web applications hand it from the header
 * to the page through an attribute of the whole application, where two requests at once overwrite each other's and
 * the page stays blank.
 */
class OneNoncePerRequest extends HttpServletRequestWrapper {

    private final ServletContext servletContext;
    private @Nullable Object nonce;

    OneNoncePerRequest(HttpServletRequest request) {
        super(request);
        servletContext = (ServletContext) Proxy.newProxyInstance(
                ServletContext.class.getClassLoader(), new Class<?>[] {ServletContext.class}, this::call);
    }

    @Override
    public ServletContext getServletContext() {
        return servletContext;
    }

    private @Nullable Object call(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments != null
                && arguments.length > 0
                && ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE.equals(arguments[0])) {
            switch (method.getName()) {
                case "setAttribute" -> {
                    nonce = arguments[1];
                    return null;
                }
                case "getAttribute" -> {
                    return nonce;
                }
                default -> {
                    // Nothing else about the nonce is ours.
                }
            }
        }
        try {
            return method.invoke(getRequest().getServletContext(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
