package certbotdoctor.report;

import freemarker.template.AdapterTemplateModel;
import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleHash;
import freemarker.template.SimpleNumber;
import freemarker.template.SimpleScalar;
import freemarker.template.SimpleSequence;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows templates what a report is made of: records by the names of their components and of their
 * other methods without parameters, collections, maps, numbers, flags, and all else as text.
 * FreeMarker's own wrapper looks into every class as if it were a bean, for a third of the time
 * that a page takes.
 */
final class RecordWrapper implements ObjectWrapper {
  private final Map<Class<?>, Map<String, Method>> accessors = new HashMap<>();

  @Override
  public @Nullable TemplateModel wrap(@Nullable Object value) {
    if (value == null || value instanceof TemplateModel) {
      return (TemplateModel) value;
    }
    if (value instanceof Record) {
      return new RecordModel(value);
    }
    if (value instanceof Collection<?> collection) {
      return new SimpleSequence(collection, this);
    }
    if (value instanceof Map<?, ?> map) {
      return new SimpleHash(map, this);
    }
    if (value instanceof Number number) {
      return new SimpleNumber(number);
    }
    if (value instanceof Boolean flag) {
      return flag ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
    }
    return new SimpleScalar(value.toString());
  }

  private Map<String, Method> accessorsOf(Class<?> type) {
    Map<String, Method> known = accessors.get(type);
    if (known == null) {
      known = new HashMap<>();
      for (Method method : type.getDeclaredMethods()) {
        int modifiers = method.getModifiers();
        if (method.getParameterCount() == 0
            && Modifier.isPublic(modifiers)
            && !Modifier.isStatic(modifiers)) {
          known.put(method.getName(), method);
        }
      }
      accessors.put(type, known);
    }
    return known;
  }

  /** A record. */
  private final class RecordModel implements TemplateHashModel, AdapterTemplateModel {
    private final Object shown;

    RecordModel(Object shown) {
      this.shown = shown;
    }

    @Override
    public @Nullable TemplateModel get(String name) throws TemplateModelException {
      Method accessor = accessorsOf(shown.getClass()).get(name);
      try {
        return accessor == null ? null : wrap(accessor.invoke(shown));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new TemplateModelException("cannot read " + name, e);
      }
    }

    @Override
    public boolean isEmpty() {
      return false;
    }

    @Override
    public Object getAdaptedObject(Class<?> hint) {
      return shown;
    }
  }
}
