package io.followthrough.postmortem;

import io.followthrough.document.DocumentReader;
import io.followthrough.platform.FollowthroughProperties;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one reader for everything the application reads, so that no page judges by other rules than the review. */
@Configuration(proxyBeanMethods = false)
class DocumentReaderConfiguration {

    @Bean
    DocumentReader documentReader(FollowthroughProperties properties) {
        String file = properties.rulesFile();
        return file.isBlank() ? DocumentReader.standard() : DocumentReader.withRulesOf(Path.of(file));
    }
}
