package io.followthrough.platform;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FollowthroughProperties.class)
class PlatformConfiguration {

    @Bean
    RunMode runMode(@Value("${followthrough.try-it}") boolean tryIt) {
        return new RunMode(tryIt);
    }

    @Bean
    ShiftableClock clock() {
        return new ShiftableClock(Clock.systemUTC());
    }
}
