package certbotdoctor.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes reports whole or not at all: each file is written beside its place, brought to the disk,
 * and moved there only when all are complete. A device or a pipe is written directly.
 */
public final class ReportFiles {
  private static final String EXTENSIONS = ".html .md .txt .json .prom";

  private final Style style;

  /**
   * Makes a writer.
   *
   * @param style layout of text reports
   */
  public ReportFiles(Style style) {
    this.style = style;
  }

  /**
   * Writes a report to files, each in the format of its extension.
   *
   * @throws ReportWriteException when one cannot be written; then no file was changed, unless the
   *     last step, the moves, failed in between
   */
  public void write(Report report, List<Path> files) throws ReportWriteException {
    List<Pending> pending = new ArrayList<>();
    try {
      for (Path file : new LinkedHashSet<>(files)) {
        pending.add(prepare(report, file));
      }
      for (Pending file : pending) {
        file.commit();
      }
    } finally {
      pending.forEach(Pending::discard);
    }
  }

  /**
   * Writes a report to a stream, for example standard output, and flushes it.
   *
   * @param name what the stream is called in a message
   */
  public void write(Report report, Format format, OutputStream out, String name)
      throws ReportWriteException {
    try {
      encode(report, format, out);
    } catch (IOException e) {
      throw new ReportWriteException("cannot write to " + name + ": " + reason(e), e);
    }
  }

  private void encode(Report report, Format format, OutputStream out) throws IOException {
    Writer writer =
        new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    Reports.renderer(format, style).render(report, writer);
    writer.flush();
  }

  private Pending prepare(Report report, Path file) throws ReportWriteException {
    Optional<Format> format = Format.ofExtension(file.toString());
    if (format.isEmpty()) {
      throw new ReportWriteException(shown(file) + ": the extension must be one of " + EXTENSIONS);
    }
    if (Files.isDirectory(file)) {
      throw new ReportWriteException("cannot write " + shown(file) + ": it is a folder");
    }
    try {
      boolean special = Files.exists(file) && !Files.isRegularFile(file);
      // a link stays a link: what it points to is replaced
      Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      Path part = special ? null : partOf(target);
      Pending pending = new Pending(target, part);
      try {
        render(report, format.get(), part == null ? target : part);
      } catch (IOException | RuntimeException e) {
        pending.discard();
        throw e;
      }
      return pending;
    } catch (IOException e) {
      throw new ReportWriteException("cannot write " + shown(file) + ": " + reason(e), e);
    }
  }

  private static Path partOf(Path target) {
    String name = "." + target.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".part";
    return target.resolveSibling(name);
  }

  private void render(Report report, Format format, Path file) throws IOException {
    boolean regular = !Files.exists(file);
    StandardOpenOption[] options =
        regular
            ? new StandardOpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE}
            : new StandardOpenOption[] {StandardOpenOption.WRITE};
    try (FileChannel channel = FileChannel.open(file, options)) {
      encode(report, format, Channels.newOutputStream(channel));
      if (regular) {
        channel.force(true);
      }
    }
  }

  private static String shown(Path file) {
    return Visible.of(file.toString());
  }

  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    String lower = message.toLowerCase(Locale.ROOT);
    if (e instanceof NoSuchFileException) {
      return "the folder does not exist";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "it is being written already";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (lower.contains("no space left")) {
      return "the disk is full";
    }
    if (lower.contains("broken pipe") || lower.contains("pipe closed")) {
      return "the reader has closed the pipe";
    }
    String reason = e instanceof FileSystemException system ? system.getReason() : message;
    return Visible.of(reason == null ? message : reason);
  }

  /** A file that is complete but not yet in its place. */
  private record Pending(Path target, @Nullable Path part) {

    void commit() throws ReportWriteException {
      if (part == null) {
        return;
      }
      try {
        if (Files.exists(target)) {
          keepPermissions(part);
        }
        move(part);
        syncFolder();
      } catch (IOException e) {
        throw new ReportWriteException("cannot write " + shown(target) + ": " + reason(e), e);
      }
    }

    private void move(Path from) throws IOException {
      try {
        Files.move(from, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(from, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }

    private void keepPermissions(Path file) throws IOException {
      try {
        Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(target));
      } catch (UnsupportedOperationException e) {
        // not a POSIX file system: the new file has the defaults
        return;
      }
    }

    /** The move itself reaches the disk; a system that cannot do that has written the file. */
    private void syncFolder() {
      Path folder = target.getParent();
      if (folder == null) {
        return;
      }
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      } catch (IOException e) {
        return;
      }
    }

    void discard() {
      if (part == null) {
        return;
      }
      try {
        Files.deleteIfExists(part);
      } catch (IOException e) {
        part.toFile().deleteOnExit();
      }
    }
  }
}
