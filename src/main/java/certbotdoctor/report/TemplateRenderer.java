package certbotdoctor.report;

import freemarker.cache.ClassTemplateLoader;
import freemarker.core.Environment;
import freemarker.core.TemplateClassResolver;
import freemarker.log.Logger;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.function.UnaryOperator;

/**
 * Renders with the FreeMarker template {@code templates/<format>/report.ftl}. The file {@code
 * format.properties} beside it names the escaping that every value passes. Templates can neither
 * make objects nor run text as a template, and a missing value is an error.
 */
final class TemplateRenderer implements Renderer {
  private static final Version VERSION = version();
  private static final String FOLDER = "templates/";

  private final String format;
  private final Assets assets;
  private final Style style;

  /**
   * Makes the renderer of a template folder.
   *
   * @param format name of the folder
   * @param style layout, for the terminal
   */
  TemplateRenderer(String format, Style style) {
    this.format = format;
    this.assets = new Assets(FOLDER + format + "/");
    this.style = style;
  }

  @Override
  public void render(Report report, Appendable out) throws IOException {
    Properties properties = properties();
    String escaping = properties.getProperty("escaping", "");
    EscapingFormat outputFormat =
        new EscapingFormat(
            format, properties.getProperty("mediaType", "text/plain"), escape(escaping));
    Template template = configuration(outputFormat).getTemplate(format + "/report.ftl");
    try (Writer writer = writer(escaping, out)) {
      ViewModel model = new ViewModel(outputFormat, assets, style);
      Environment environment = template.createProcessingEnvironment(model.of(report), writer);
      environment.process();
    } catch (TemplateException e) {
      throw failure(e);
    }
  }

  private static IOException failure(TemplateException e) {
    if (e.getCause() instanceof IOException io) {
      return io;
    }
    throw new IllegalStateException("template: " + e.getMessageWithoutStackTop(), e);
  }

  private Writer writer(String escaping, Appendable out) {
    return escaping.equals("terminal")
        ? new TerminalWriter(out, style.width(), style.ascii())
        : new AppendableWriter(out);
  }

  private UnaryOperator<String> escape(String escaping) {
    return switch (escaping) {
      case "html" -> Escapes::html;
      case "markdown" -> Escapes::markdown;
      case "terminal" -> Escapes::terminal;
      default ->
          throw new IllegalStateException(
              "template folder " + format + ": unknown escaping " + escaping);
    };
  }

  private Properties properties() throws IOException {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(assets.open("format.properties"), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return properties;
  }

  /** Everything that goes wrong is thrown; a logger of FreeMarker's would have nothing to say. */
  @SuppressWarnings("deprecation") // a property of the system would hold for the whole process
  private static Version version() {
    try {
      Logger.selectLoggerLibrary(Logger.LIBRARY_NONE);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
    return Configuration.VERSION_2_3_35;
  }

  private static Configuration configuration(EscapingFormat outputFormat) {
    Configuration configuration = new Configuration(VERSION);
    configuration.setTemplateLoader(
        new ClassTemplateLoader(TemplateRenderer.class.getClassLoader(), FOLDER));
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("computer");
    configuration.setLocalizedLookup(false);
    configuration.setRecognizeStandardFileExtensions(false);
    configuration.setOutputFormat(outputFormat);
    configuration.setAutoEscapingPolicy(Configuration.ENABLE_IF_SUPPORTED_AUTO_ESCAPING_POLICY);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setFallbackOnNullLoopVariable(false);
    configuration.setObjectWrapper(new RecordWrapper());
    return configuration;
  }
}
