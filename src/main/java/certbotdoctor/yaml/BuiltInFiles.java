package certbotdoctor.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The data files that come with the program, as {@link DataCompiler} left them when it was built.
 */
public final class BuiltInFiles {
  private final CompiledData data;

  private BuiltInFiles(CompiledData data) {
    this.data = data;
  }

  /**
   * Opens them.
   *
   * @throws IOException if the program lacks them
   */
  public static BuiltInFiles open() throws IOException {
    try (InputStream in = BuiltInFiles.class.getResourceAsStream(DataCompiler.RESOURCE)) {
      if (in == null) {
        throw new IOException("the program lacks " + DataCompiler.RESOURCE);
      }
      return new BuiltInFiles(CompiledData.of(in.readAllBytes()));
    }
  }

  /**
   * The files of a folder of {@code rules/}, by name.
   *
   * @param folder {@code messages}, {@code causes}, {@code providers} or {@code notices}
   */
  public List<DataFile> folder(String folder) {
    return data.files(folder);
  }

  /**
   * The table that was made of a folder, to be read at once.
   *
   * @throws IOException if there is none
   */
  public NodeReader table(String folder) throws IOException {
    return data.table(folder);
  }
}
