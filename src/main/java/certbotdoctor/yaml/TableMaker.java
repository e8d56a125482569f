package certbotdoctor.yaml;

import java.io.IOException;
import java.util.List;

/**
 * Makes a table from the files of a folder when the program is built: what would otherwise be
 * worked out of them at each start. Makers are found as services.
 */
public interface TableMaker {
  /** The folder of {@code rules/}. */
  String folder();

  /**
   * Writes the table.
   *
   * @param files the files of the folder, by name
   * @throws IOException if they are faulty
   */
  void make(List<DataFile> files, NodeWriter out) throws IOException;
}
