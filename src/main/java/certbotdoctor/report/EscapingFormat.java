package certbotdoctor.report;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A FreeMarker output format that passes every interpolated value through one function, so that no
 * template can forget to.
 */
final class EscapingFormat extends CommonMarkupOutputFormat<EscapingFormat.Markup> {
  private final String name;
  private final String mediaType;
  private final UnaryOperator<String> escape;

  EscapingFormat(String name, String mediaType, UnaryOperator<String> escape) {
    this.name = name;
    this.mediaType = mediaType;
    this.escape = escape;
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public String getMimeType() {
    return mediaType;
  }

  @Override
  public void output(String text, Writer out) throws IOException, TemplateModelException {
    out.write(escape.apply(text));
  }

  @Override
  public String escapePlainText(String text) {
    return escape.apply(text);
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }

  @Override
  protected Markup newTemplateMarkupOutputModel(@Nullable String text, @Nullable String markup) {
    return new Markup(text, markup);
  }

  /** Text that is escaped already, or that will be. */
  final class Markup extends CommonTemplateMarkupOutputModel<Markup> {
    Markup(@Nullable String text, @Nullable String markup) {
      super(text, markup);
    }

    @Override
    public EscapingFormat getOutputFormat() {
      return EscapingFormat.this;
    }
  }
}
