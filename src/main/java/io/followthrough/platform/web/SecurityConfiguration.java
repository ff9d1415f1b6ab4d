package io.followthrough.platform.web;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.DelegatingAuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One login for our pages, our API and the engine's web applications; without it only what a stranger may see. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final Pattern BASIC = Pattern.compile("^Basic ", Pattern.CASE_INSENSITIVE);
    /** For our pages: nothing inline, nothing from elsewhere, in nobody's frame. */
    private static final ContentSecurityPolicyHeaderWriter PAGE_POLICY = new ContentSecurityPolicyHeaderWriter(
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");

    private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

    /** Scripts that send name and password with each call: no session, so nothing another site could ride on. */
    @Bean
    @Order(1)
    SecurityFilterChain scripts(HttpSecurity http) throws Exception {
        RequestMatcher api = new OrRequestMatcher(
                PATHS.matcher("/api/**"), PATHS.matcher("/v3/api-docs/**"), PATHS.matcher("/actuator/**"));
        return http.securityMatcher(request -> api.matches(request) && hasBasicCredentials(request))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(withDefaults())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Pages lead strangers to the login; what scripts call tells them. */
    private static AuthenticationEntryPoint entryPoint() {
        LinkedHashMap<RequestMatcher, AuthenticationEntryPoint> unauthorized = new LinkedHashMap<>();
        unauthorized.put(
                new OrRequestMatcher(
                        PATHS.matcher("/api/**"),
                        PATHS.matcher("/camunda/api/**"),
                        PATHS.matcher("/v3/api-docs/**"),
                        PATHS.matcher("/actuator/**")),
                (request, response, refusal) -> response.sendError(HttpStatus.UNAUTHORIZED.value()));
        DelegatingAuthenticationEntryPoint entryPoint = new DelegatingAuthenticationEntryPoint(unauthorized);
        entryPoint.setDefaultEntryPoint(new LoginUrlAuthenticationEntryPoint("/login"));
        return entryPoint;
    }

    private static boolean hasBasicCredentials(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && BASIC.matcher(authorization).find();
    }

    /** People with a browser. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) throws Exception {
        RequestMatcher signedWebhook = PATHS.matcher(HttpMethod.POST, "/webhooks/**");
        RequestMatcher webapps = PATHS.matcher("/camunda/**");
        RequestMatcher webappLogout = PATHS.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout");
        RequestMatcher lint = PATHS.matcher(HttpMethod.POST, "/api/postmortems/lint");
        // Readable by our scripts, which send it back in X-XSRF-TOKEN; named so because the web applications have a
        // token of their own in XSRF-TOKEN.
        CookieCsrfTokenRepository csrfTokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        csrfTokens.setCookieName("FOLLOWTHROUGH-XSRF-TOKEN");
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                PATHS.matcher("/login"),
                                PATHS.matcher("/error"),
                                // Each is signed, for one purpose of one person; some ask for the login all the same.
                                PATHS.matcher("/links/{token}"),
                                PATHS.matcher("/css/**"),
                                PATHS.matcher("/js/**"),
                                PATHS.matcher("/img/**"),
                                PATHS.matcher("/favicon.ico"),
                                PATHS.matcher("/actuator/health/**"),
                                PATHS.matcher("/camunda/lib/**"),
                                PATHS.matcher("/camunda/assets/**"),
                                PATHS.matcher("/camunda/favicon.ico"),
                                signedWebhook)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/"))
                .logout(logout -> logout.logoutRequestMatcher(
                                new OrRequestMatcher(PATHS.matcher(HttpMethod.POST, "/logout"), webappLogout))
                        .deleteCookies("JSESSIONID")
                        .logoutSuccessHandler((request, response, login) -> {
                            if (webappLogout.matches(request)) {
                                response.setStatus(HttpStatus.NO_CONTENT.value());
                            } else {
                                response.sendRedirect("/login?logout");
                            }
                        }))
                .exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(entryPoint()))
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens)
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        // The webhook is signed, the web applications check a token of their own, and reading a text
                        // without storing it changes nothing (the Tasklist's start form asks for it).
                        .ignoringRequestMatchers(signedWebhook, webapps, lint))
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                new NegatedRequestMatcher(webapps), PAGE_POLICY)))
                .build();
    }
}
