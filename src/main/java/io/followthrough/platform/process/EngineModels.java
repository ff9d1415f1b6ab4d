package io.followthrough.platform.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the processes, decisions and task forms of {@code bpmn/} under names relative to it
 * ({@code action-item.bpmn}, {@code forms/review.html}), the same in an IDE and in a jar; unchanged ones are not
 * deployed again.
 */
@Component
class EngineModels extends AbstractProcessEnginePlugin {

    private static final String DEPLOYMENT = "followthrough";

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        DeploymentBuilder deployment = engine.getRepositoryService()
                .createDeployment()
                .name(DEPLOYMENT)
                .source(DEPLOYMENT)
                .enableDuplicateFiltering(false);
        boolean any =
                add(deployment, "", "*.bpmn") | add(deployment, "", "*.dmn") | add(deployment, "forms/", "*.html");
        if (any) {
            deployment.deploy();
        }
    }

    private static boolean add(DeploymentBuilder deployment, String directory, String pattern) {
        try {
            Resource[] resources =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/" + directory + pattern);
            for (Resource resource : resources) {
                try (InputStream content = resource.getInputStream()) {
                    deployment.addInputStream(directory + resource.getFilename(), content);
                }
            }
            return resources.length > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the models of bpmn/", e);
        }
    }
}
