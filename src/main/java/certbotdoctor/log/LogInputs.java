package certbotdoctor.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the inputs behind paths: a file is one, a directory all rotations of a log in it. */
public final class LogInputs {
  private static final Pattern LOG_NAME =
      Pattern.compile(
          "(?:.*\\.log(?:[.\\-_].*)?|log|.*\\.(?:log|txt|out)(?:\\.(?:gz|xz|bz2|zst))?)");

  /** Sorts after all others. */
  private static final String NO_STAMP = "\uffff";

  private LogInputs() {}

  /**
   * The inputs of one path.
   *
   * @param path a file or a directory
   * @return for a file the file; for a directory its log files, oldest first by the time stamps
   *     inside, files without one last by name; lock files and empty files are left out
   * @throws InputException when it does not exist, may not be read, or is a directory without logs
   */
  public static List<LogInput> of(Path path) throws InputException {
    if (!Files.isDirectory(path)) {
      if (Files.notExists(path)) { // of what may not be looked at, neither is known
        throw new InputException(path + " does not exist.");
      }
      return List.of(LogInput.file(path.toString(), path));
    }
    List<Path> files = files(path);
    if (files.isEmpty()) {
      throw new InputException(
          path + " holds no log file; name the file, or the directory with letsencrypt.log.");
    }
    return byTime(files.stream().map(file -> LogInput.file(file.toString(), file)).toList());
  }

  private static List<Path> files(Path directory) throws InputException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> LOG_NAME.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (java.nio.file.AccessDeniedException e) {
      throw new InputException(directory + " may not be read by this user; try again with sudo.");
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(directory + " cannot be listed.");
    }
  }

  /**
   * Inputs in the order of their first time stamps, whatever their names and the order they were
   * given in; those without one, and pipes, which can be read but once, come last as they were.
   */
  public static List<LogInput> byTime(List<LogInput> inputs) {
    if (inputs.size() < 2) {
      return inputs;
    }
    record Dated(LogInput input, String stamp) {}
    List<Dated> dated = new ArrayList<>();
    for (LogInput input : inputs) {
      dated.add(new Dated(input, input.isRegularFile() ? firstStamp(input) : NO_STAMP));
    }
    dated.sort(Comparator.comparing(Dated::stamp));
    return dated.stream().map(Dated::input).toList();
  }

  /** The first time stamp of a log as text, which sorts by time. */
  private static String firstStamp(LogInput input) {
    try (InputStream in = input.open();
        RecordReader records = new RecordReader(input.name(), in)) {
      for (int i = 0; i < 20 && records.hasNext(); i++) {
        LogRecord record = records.next();
        if (record.headed()) {
          return new String(record.bytes(), 0, 23, StandardCharsets.US_ASCII);
        }
        Matcher stamp = STAMP.matcher(record.text());
        if (stamp.find()) {
          return stamp.group();
        }
      }
    } catch (InputException | IOException | UncheckedIOException e) {
      return NO_STAMP;
    }
    return NO_STAMP;
  }

  private static final Pattern STAMP =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3}");
}
