package io.followthrough.platform.process;

import io.followthrough.platform.People;
import io.followthrough.platform.Person;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Asks the engine's identity service whether a password is right; each role becomes an authority {@code ROLE_…}. */
@Component
class EngineAuthenticationProvider implements AuthenticationProvider {

    private final IdentityService identities;
    private final People people;

    EngineAuthenticationProvider(IdentityService identities, People people) {
        this.identities = identities;
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String password = String.valueOf(login.getCredentials());
        if (!identities.checkPassword(login.getName(), password)) {
            throw new BadCredentialsException("Unknown name or wrong password");
        }
        Person person = people.find(login.getName())
                .orElseThrow(() -> new BadCredentialsException("Unknown name or wrong password"));
        List<SimpleGrantedAuthority> roles = person.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        UsernamePasswordAuthenticationToken authenticated =
                UsernamePasswordAuthenticationToken.authenticated(person.id(), null, roles);
        authenticated.setDetails(login.getDetails());
        return authenticated;
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
