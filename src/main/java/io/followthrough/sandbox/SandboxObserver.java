package io.followthrough.sandbox;

/** Told of each call of the REST API of each sandbox, before it is answered; found by {@link java.util.ServiceLoader}. */
public interface SandboxObserver {

    void observe(SandboxExchange exchange);
}
