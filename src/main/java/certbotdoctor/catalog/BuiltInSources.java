package certbotdoctor.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** The catalogue's files that come with the program, from its jar or its class directory. */
final class BuiltInSources {
  private static final String DIRECTORY = "rules/messages/";

  /** A file beside the directory, by which its place is found. */
  private static final String LANDMARK = "/rules/message.schema.json";

  private BuiltInSources() {}

  /**
   * The files by name.
   *
   * @throws IOException if one of them cannot be read
   */
  static List<CatalogSource> read() throws IOException {
    URL landmark = BuiltInSources.class.getResource(LANDMARK);
    if (landmark == null) {
      throw new IOException("the program lacks " + LANDMARK);
    }
    URLConnection connection = landmark.openConnection();
    if (connection instanceof JarURLConnection jar) {
      jar.setUseCaches(false);
      try (JarFile file = jar.getJarFile()) {
        return ofJar(file);
      }
    }
    try {
      return CatalogSource.ofDirectory(Path.of(landmark.toURI()).resolveSibling("messages"));
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static List<CatalogSource> ofJar(JarFile jar) throws IOException {
    List<String> names =
        jar.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.startsWith(DIRECTORY) && name.endsWith(".yaml"))
            .sorted()
            .toList();
    List<CatalogSource> sources = new ArrayList<>();
    for (String name : names) {
      try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
        sources.add(new CatalogSource(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      }
    }
    return sources;
  }
}
