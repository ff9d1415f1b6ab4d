package io.followthrough.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.StringUtils;

/**
 * Decides the run mode, unless {@code followthrough.try-it} is set: try-it when no {@code spring.datasource.url} is
 * given. The settings of the try-it mode, {@code try-it.yaml}, yield to any other.
 */
class RunModeSettings implements EnvironmentPostProcessor {

    private static final String TRY_IT = "followthrough.try-it";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!StringUtils.hasText(environment.getProperty(TRY_IT))) {
            boolean tryIt = !StringUtils.hasText(environment.getProperty("spring.datasource.url"));
            environment.getPropertySources().addFirst(new MapPropertySource("run-mode", Map.of(TRY_IT, tryIt)));
        }
        if (environment.getRequiredProperty(TRY_IT, Boolean.class)) {
            try {
                new YamlPropertySourceLoader()
                        .load("try-it", new ClassPathResource("try-it.yaml"))
                        .forEach(environment.getPropertySources()::addLast);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
