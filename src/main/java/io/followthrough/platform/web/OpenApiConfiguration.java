package io.followthrough.platform.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** What {@code /v3/api-docs} says beside the operations themselves: who may call, and how refusals look. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String PROBLEM = "ProblemDetail";

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(new Info()
                        .title("Followthrough")
                        .version("1")
                        .description(
                                "A postmortem goes in; what it promised is followed through to the closed ticket."))
                .addTagsItem(new Tag().name("Postmortems").description("Handed in, reviewed, published"))
                .addTagsItem(new Tag().name("Action items").description("Owned, dated, ticketed, escalated"))
                .addTagsItem(new Tag().name("Dashboard").description("Numbers over everything"))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("The name and password of the login page"))
                        .addSecuritySchemes(
                                "session",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("JSESSIONID")
                                        .description("The session of the pages; what changes something also needs the"
                                                + " header X-XSRF-TOKEN with the cookie FOLLOWTHROUGH-XSRF-TOKEN")))
                .addSecurityItem(new SecurityRequirement().addList("basic"))
                .addSecurityItem(new SecurityRequirement().addList("session"));
    }

    /** Every operation may answer with a problem instead. */
    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            ModelConverters.getInstance()
                    .readAllAsResolvedSchema(new AnnotatedType(ProblemDetail.class))
                    .referencedSchemas
                    .forEach(api.getComponents()::addSchemas);
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(OpenApiConfiguration::mayBeRefused);
        };
    }

    private static void mayBeRefused(Operation operation) {
        // What the error advice would answer was derived for every operation alike; one entry says it better.
        List.copyOf(operation.getResponses().keySet()).stream()
                .filter(status -> !status.startsWith("2"))
                .forEach(operation.getResponses()::remove);
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("A problem (RFC 9457): 400, 401, 403, 404, 409, 413, 415 or 422")
                                .content(new Content()
                                        .addMediaType(
                                                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                                new io.swagger.v3.oas.models.media.MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM)))));
    }
}
