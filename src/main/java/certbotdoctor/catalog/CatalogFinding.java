package certbotdoctor.catalog;

/**
 * A fault in the catalogue's data.
 *
 * @param file name of the source
 * @param line line, from 1
 * @param column column, from 1
 * @param code kebab-case name of the fault, for example {@code sample-unmatched}
 * @param text what is wrong, one sentence
 */
public record CatalogFinding(String file, int line, int column, String code, String text) {
  /** As compilers print it: {@code file:line:column: text [code]}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + text + " [" + code + "]";
  }
}
