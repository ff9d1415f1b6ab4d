package io.followthrough.platform.process;

import java.util.Map;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fits the engine's web applications (Tasklist, Cockpit, Admin) into ours. */
@Configuration(proxyBeanMethods = false)
class WebappConfiguration {

    /** After Spring Security, before the web applications' own filters. */
    private static final int ORDER = 101;

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappLogin() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of("authentication-provider", WebappLogin.class.getName()));
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(ORDER);
        return registration;
    }

    /** Before the login of the web applications, so that what is refused never touches the engine. */
    @Bean
    FilterRegistrationBean<WebappGuard> webappGuard() {
        var registration = new FilterRegistrationBean<>(new WebappGuard());
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(ORDER - 1);
        return registration;
    }
}
