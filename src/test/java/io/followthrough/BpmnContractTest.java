package io.followthrough;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models of {@code bpmn/} and the code that names their parts say the same. */
class BpmnContractTest {

    private static final Path MODELS = Path.of("bpmn");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern BEAN = Pattern.compile("\\$\\{(\\w+)}");
    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("io.followthrough");

    static List<Path> processes() throws IOException {
        return models(".bpmn");
    }

    static List<Path> decisions() throws IOException {
        return models(".dmn");
    }

    private static List<Path> models(String ending) throws IOException {
        try (Stream<Path> files = Files.list(MODELS)) {
            List<Path> models = files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            assertThat(models).isNotEmpty();
            return models;
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aFileHoldsOneProcessOfItsName(Path file) {
        assertThat(ids(read(file).getModelElementsByType(Process.class))).containsExactly(name(file));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aTestPassesEachStepOfAProcess(Path file) {
        String test = Arrays.stream(name(file).split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", "", "ProcessTest"));

        assertThat(new ClassFileImporter()
                        .importPackages("io.followthrough").stream()
                                .filter(type -> type.getSimpleName().equals(test))
                                .flatMap(type -> type.getFields().stream())
                                .map(field -> field.getRawType().getFullName()))
                .as("an extension in %s that demands the coverage of everything", test)
                .contains(ProcessEngineCoverageExtension.class.getName());
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void aFileHoldsOneDecisionOfItsNameWithAStatedHitPolicy(Path file) {
        DmnModelInstance model = Dmn.readModelFromFile(file.toFile());
        Collection<Decision> decisions = model.getModelElementsByType(Decision.class);

        assertThat(decisions).extracting(Decision::getId).containsExactly(name(file));
        assertThat(decisions).allSatisfy(decision -> {
            assertThat(decision.getCamundaHistoryTimeToLiveString()).isNotBlank();
            assertThat(decision.getVersionTag()).isNotBlank();
        });
        assertThat(model.getModelElementsByType(DecisionTable.class))
                .singleElement()
                .satisfies(table ->
                        assertThat(table.getAttributeValue("hitPolicy")).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void idsSayTheKindAndThenTheSubject(Path file) {
        BpmnModelInstance model = read(file);
        Map<String, String> kinds = new LinkedHashMap<>();
        model.getModelElementsByType(FlowElement.class).forEach(element -> kinds.put(element.getId(), kind(element)));
        model.getModelElementsByType(Message.class).forEach(message -> kinds.put(message.getId(), "Message"));
        model.getModelElementsByType(Error.class).forEach(error -> kinds.put(error.getId(), "Error"));

        assertThat(kinds).allSatisfy((id, kind) -> assertThat(id).matches("(" + kind + ")_[A-Z][A-Za-z0-9]*"));
        assertThat(kinds.keySet())
                .as("generated ids")
                .noneMatch(id -> id.matches("\\w+_[A-Z]?[a-z]*[0-9][0-9a-z]{5,}"));
        assertThat(model.getModelElementsByType(Message.class))
                .extracting(Message::getName)
                .allSatisfy(name -> assertThat(name).matches(KEBAB));
        assertThat(model.getModelElementsByType(Error.class))
                .extracting(Error::getErrorCode)
                .allSatisfy(code -> assertThat(code).matches(KEBAB));
    }

    private static String kind(FlowElement element) {
        if (element instanceof StartEvent) {
            return "StartEvent";
        } else if (element instanceof EndEvent) {
            return "EndEvent";
        } else if (element instanceof BoundaryEvent || element instanceof IntermediateCatchEvent) {
            return "Event|Timer|Error";
        } else if (element instanceof Event) {
            return "Event";
        } else if (element instanceof Gateway) {
            return "Gateway";
        } else if (element instanceof SequenceFlow) {
            return "Flow";
        } else if (element instanceof SubProcess) {
            return "SubProcess";
        }
        return "Task";
    }

    @ParameterizedTest
    @MethodSource("processes")
    void aTaskItsBeanAndItsClassShareOneStem(Path file) {
        for (ServiceTask task : read(file).getModelElementsByType(ServiceTask.class)) {
            if ("external".equals(task.getCamundaType())) {
                assertThat(task.getCamundaTopic()).as(task.getId()).matches(KEBAB);
            } else {
                String stem = task.getId().substring("Task_".length());
                String bean = stem.substring(0, 1).toLowerCase(Locale.ROOT) + stem.substring(1) + "Delegate";
                assertThat(task.getCamundaDelegateExpression()).as(task.getId()).isEqualTo("${" + bean + "}");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyDelegateAndListenerIsAClassOfAProcessPackage(Path file) {
        Matcher bean = Pattern.compile("delegateExpression=\"([^\"]*)\"").matcher(text(file));
        while (bean.find()) {
            Matcher name = BEAN.matcher(bean.group(1));
            assertThat(name.matches()).as(bean.group(1)).isTrue();
            String type = name.group(1).substring(0, 1).toUpperCase(Locale.ROOT)
                    + name.group(1).substring(1);
            assertThat(CODE.stream().filter(code -> code.getSimpleName().equals(type)))
                    .as(type)
                    .singleElement()
                    .extracting(JavaClass::getPackageName)
                    .asString()
                    .endsWith(".process");
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void modelsNameBeansAndHoldNoCode(Path file) {
        assertThat(text(file))
                .doesNotContain("camunda:class=", "camunda:expression=", "camunda:script", "scriptTask")
                .doesNotContainPattern("\\$\\{[^}]*\\(");
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyProcessHasAVersionAndAnEndOfItsHistory(Path file) {
        assertThat(read(file).getModelElementsByType(Process.class)).allSatisfy(process -> {
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
            assertThat(process.getCamundaVersionTag()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void whatIsTriedAgainSaysWhen(Path file) {
        read(file).getModelElementsByType(Activity.class).stream()
                .filter(Activity::isCamundaAsyncBefore)
                .forEach(task -> assertThat(task.getExtensionElements()
                                .getElementsQuery()
                                .filterByType(CamundaFailedJobRetryTimeCycle.class)
                                .list())
                        .as(task.getId())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everythingIsDrawn(Path file) {
        BpmnModelInstance model = read(file);
        Set<String> drawn = Stream.concat(
                        model.getModelElementsByType(BpmnShape.class).stream().map(BpmnShape::getBpmnElement),
                        model.getModelElementsByType(BpmnEdge.class).stream().map(BpmnEdge::getBpmnElement))
                .map(element -> element.getId())
                .collect(Collectors.toSet());

        assertThat(drawn).containsAll(ids(model.getModelElementsByType(FlowNode.class)));
        assertThat(drawn).containsAll(ids(model.getModelElementsByType(SequenceFlow.class)));
    }

    @ParameterizedTest
    @MethodSource("processes")
    void everyNameTheCodeUsesIsInTheModel(Path file) throws Exception {
        BpmnModelInstance model = read(file);
        String everything = text(file) + forms();
        Class<?> names = namesOf(file);

        assertThat(names.getField("PROCESS_ID").get(null)).isEqualTo(name(file));
        for (Class<?> group : names.getClasses()) {
            for (Map.Entry<String, String> constant : constants(group).entrySet()) {
                String where = names.getSimpleName() + "." + group.getSimpleName() + "." + constant.getKey();
                String value = constant.getValue();
                switch (group.getSimpleName()) {
                    case "Elements" ->
                        assertThat((Object) model.getModelElementById(value))
                                .as(where)
                                .isInstanceOf(FlowElement.class);
                    case "Messages" ->
                        assertThat(model.getModelElementsByType(Message.class))
                                .as(where)
                                .extracting(Message::getName)
                                .contains(value);
                    case "Errors" ->
                        assertThat(model.getModelElementsByType(Error.class))
                                .as(where)
                                .extracting(Error::getErrorCode)
                                .contains(value);
                    case "Topics" ->
                        assertThat(model.getModelElementsByType(ServiceTask.class))
                                .as(where)
                                .extracting(task -> task.getAttributeValueNs(CAMUNDA, "topic"))
                                .contains(value);
                    default -> assertThat(everything).as(where).containsPattern("\\b" + Pattern.quote(value) + "\\b");
                }
            }
        }
    }

    private static Class<?> namesOf(Path file) throws ClassNotFoundException {
        String simpleName = Arrays.stream(name(file).split("-"))
                        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                        .collect(Collectors.joining())
                + "Bpmn";
        return Class.forName(CODE.stream()
                .filter(code -> code.getSimpleName().equals(simpleName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no names class " + simpleName))
                .getName());
    }

    private static Map<String, String> constants(Class<?> type) throws IllegalAccessException {
        Map<String, String> constants = new LinkedHashMap<>();
        for (Field field : type.getFields()) {
            constants.put(field.getName(), (String) field.get(null));
        }
        return constants;
    }

    private static String forms() throws IOException {
        try (Stream<Path> forms = Files.list(MODELS.resolve("forms"))) {
            return forms.sorted().map(BpmnContractTest::text).collect(Collectors.joining());
        }
    }

    private static Set<String> ids(Collection<? extends BaseElement> elements) {
        return elements.stream().map(element -> element.getId()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static BpmnModelInstance read(Path file) {
        return Bpmn.readModelFromFile(file.toFile());
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.\\w+$", "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
