package certbotdoctor.yaml;

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

/** The data files that come with the program, from its jar or its class directory. */
public final class BuiltInFiles {

  /** A file beside the directories, by which their place is found. */
  private static final String LANDMARK = "/rules/message.schema.json";

  private BuiltInFiles() {}

  /**
   * The files of a folder of {@code rules/}, by name.
   *
   * @param folder {@code messages}, {@code causes} or {@code providers}
   * @throws IOException if one of them cannot be read
   */
  public static List<DataFile> read(String folder) throws IOException {
    URL landmark = BuiltInFiles.class.getResource(LANDMARK);
    if (landmark == null) {
      throw new IOException("the program lacks " + LANDMARK);
    }
    URLConnection connection = landmark.openConnection();
    if (connection instanceof JarURLConnection jar) {
      jar.setUseCaches(false);
      try (JarFile file = jar.getJarFile()) {
        return ofJar(file, "rules/" + folder + "/");
      }
    }
    try {
      return DataFile.ofDirectory(Path.of(landmark.toURI()).resolveSibling(folder));
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static List<DataFile> ofJar(JarFile jar, String directory) throws IOException {
    List<String> names =
        jar.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.startsWith(directory) && name.endsWith(".yaml"))
            .sorted()
            .toList();
    List<DataFile> sources = new ArrayList<>();
    for (String name : names) {
      try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
        sources.add(new DataFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
      }
    }
    return sources;
  }
}
