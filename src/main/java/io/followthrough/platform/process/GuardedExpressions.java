package io.followthrough.platform.process;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.List;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableContextElResolver;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.MapELResolver;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;

/**
 * What an expression may be: a variable, or the name of a bean of one of our {@code process} packages. Methods cannot
 * be called and properties of objects cannot be read, so that an expression smuggled in is not code.
 */
class GuardedExpressions extends JuelExpressionManager {

    private final BeanFactory beanFactory;

    GuardedExpressions(BeanFactory beanFactory) {
        this.beanFactory = beanFactory;
    }

    @Override
    protected ELResolver createElResolver() {
        CompositeELResolver resolver = new CompositeELResolver();
        resolver.add(new NoMethods());
        resolver.add(new VariableScopeElResolver());
        resolver.add(new VariableContextElResolver());
        resolver.add(new ProcessBeans());
        resolver.add(new ListELResolver());
        resolver.add(new MapELResolver());
        return resolver;
    }

    /** Never resolves anything; refuses calls before anybody else is asked. */
    private static final class NoMethods extends ReadOnly {

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
            return null;
        }

        @Override
        public Object invoke(
                ELContext context, Object base, Object method, Class<?>[] parameterTypes, Object[] parameters) {
            throw new ELException("Expressions cannot call methods here: " + method);
        }
    }

    /** Delegates and listeners, by bean name. */
    private final class ProcessBeans extends ReadOnly {

        @Override
        public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
            if (base != null || !(property instanceof String name) || !beanFactory.containsBean(name)) {
                return null;
            }
            Class<?> type = beanFactory.getType(name);
            if (type == null || !type.getPackageName().matches("io\\.followthrough\\.(\\w+\\.)*process")) {
                throw new ELException("Expressions cannot name this bean: " + name);
            }
            context.setPropertyResolved(true);
            return beanFactory.getBean(name);
        }
    }

    private abstract static class ReadOnly extends ELResolver {

        @Override
        public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
            return Object.class;
        }

        @Override
        public void setValue(
                ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
            throw new ELException("Expressions cannot change anything here");
        }

        @Override
        public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
            return true;
        }

        @Override
        public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, @Nullable Object base) {
            return List.<FeatureDescriptor>of().iterator();
        }

        @Override
        public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
            return Object.class;
        }
    }
}
